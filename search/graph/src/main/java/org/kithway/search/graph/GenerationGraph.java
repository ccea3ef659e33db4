package org.kithway.search.graph;

import org.jspecify.annotations.Nullable;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.model.TieEvidence;
import org.kithway.route.TieGraph;
import org.kithway.search.TieChange;
import org.kithway.search.TieChange.State;
import org.kithway.strength.TieStrength;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The ties of one generation: what is said of each pair in each layer, and the packed graphs that
 * answer. The organization's graph is edited as changes come; a member's view is that graph with
 * the member's own say on top, made when first asked for. Guarded by the store.
 */
final class GenerationGraph {
    /**
     * Rows may be replaced one by one until they are this share of all; then the graph is packed
     * anew.
     */
    private static final double MOST_REPLACED = 0.02;

    private final Map<PersonId, Integer> nodes = new HashMap<>();
    private final List<PersonId> people = new ArrayList<>();
    private final Map<Pair, TieEvidence> organization = new HashMap<>();
    private final Map<MemberId, Map<Pair, State>> members = new TreeMap<>();
    private final Map<MemberId, TieGraph> views = new HashMap<>();
    private TieGraph graph = TieGraph.EMPTY;
    private Instant agedTo;
    private long offset;

    /**
     * @param agedTo up to when messages have lost weight
     */
    GenerationGraph(Instant agedTo) {
        this.agedTo = agedTo;
    }

    /** Goes on from a snapshot. */
    GenerationGraph(Snapshot snapshot) {
        this(snapshot.agedTo());
        snapshot.people().forEach(this::node);
        for (TieChange tie : snapshot.ties()) {
            Pair pair = new Pair(tie.a(), tie.b());
            MemberId member = tie.layer().member();
            if (member != null) {
                applyTo(members.computeIfAbsent(member, m -> new HashMap<>()), pair, tie.state());
            } else if (tie.state() instanceof State.Known known) {
                organization.put(pair, known.evidence());
            }
        }
        graph = snapshot.graph();
        offset = snapshot.offset();
    }

    /** All that this holds, with what it says at the day. */
    Snapshot snapshot(Instant now, Instant today) {
        if (!isAgedTo(today)) {
            age(today);
        }
        List<TieChange> ties = new ArrayList<>();
        each(ties::add);
        return new Snapshot(now, offset, agedTo, List.copyOf(people), graph, ties);
    }

    /** Two people, the lesser id first. */
    private record Pair(PersonId a, PersonId b) {
        static Pair of(PersonId one, PersonId other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    long offset() {
        return offset;
    }

    int peopleCount() {
        return people.size();
    }

    void apply(List<TieChange> changes, long next) {
        TieGraph.Edit edit = graph.edit();
        boolean edited = false;
        for (TieChange change : changes) {
            Pair pair = new Pair(change.a(), change.b());
            MemberId member = change.layer().member();
            if (member != null) {
                applyTo(
                        members.computeIfAbsent(member, m -> new HashMap<>()),
                        pair,
                        change.state());
                views.remove(member);
            } else {
                edited = true;
                node(pair.a());
                node(pair.b());
                edit.nodes(people.size());
                TieEvidence evidence = change.evidence();
                if (evidence == null) {
                    organization.remove(pair);
                } else {
                    organization.put(pair, evidence);
                }
                put(edit, pair, evidence);
            }
        }
        members.values().removeIf(Map::isEmpty);
        if (edited) {
            graph = edit.apply();
            if (graph.replacedRows() > MOST_REPLACED * graph.nodeCount()) {
                graph = graph.compact();
            }
            views.clear();
        }
        offset = next;
    }

    private void applyTo(Map<Pair, State> own, Pair pair, State state) {
        switch (state) {
            case State.Silent silent -> own.remove(pair);
            case State.Known known -> own.put(pair, known);
            case State.Absent absent -> own.put(pair, absent);
        }
    }

    /** Lets messages age further: every probability is computed anew. */
    void age(Instant now) {
        agedTo = now;
        TieGraph.Builder builder = TieGraph.builder().nodes(people.size());
        organization.forEach((pair, evidence) -> {
            builder.add(node(pair.a()), node(pair.b()), probability(evidence));
            builder.add(node(pair.b()), node(pair.a()), probability(evidence.reversed()));
        });
        graph = builder.build();
        views.clear();
    }

    boolean isAgedTo(Instant now) {
        return agedTo.equals(now);
    }

    /** Whether {@link #view} for this member is at hand. */
    boolean hasView(MemberId member) {
        return !members.containsKey(member) || views.containsKey(member);
    }

    /** The graph as the member sees it. */
    TieGraph view(MemberId member) {
        Map<Pair, State> own = members.get(member);
        if (own == null) {
            return graph;
        }
        return views.computeIfAbsent(member, m -> edited(own));
    }

    private TieGraph edited(Map<Pair, State> own) {
        TieGraph.Edit edit = graph.edit();
        own.forEach((pair, state) -> {
            node(pair.a());
            node(pair.b());
            edit.nodes(people.size());
            put(edit, pair, state instanceof State.Known known ? known.evidence() : null);
        });
        return edit.apply();
    }

    private void put(TieGraph.Edit edit, Pair pair, @Nullable TieEvidence evidence) {
        int a = node(pair.a());
        int b = node(pair.b());
        if (evidence == null) {
            edit.remove(a, b).remove(b, a);
        } else {
            edit.put(a, b, probability(evidence)).put(b, a, probability(evidence.reversed()));
        }
    }

    /** What the tie rests on as the member sees it, seen from the first. */
    @Nullable TieEvidence evidence(MemberId member, PersonId from, PersonId to) {
        Pair pair = Pair.of(from, to);
        State own = members.getOrDefault(member, Map.of()).get(pair);
        TieEvidence evidence =
                own instanceof State.Known known
                        ? known.evidence()
                        : own == null ? organization.get(pair) : null;
        return evidence == null || pair.a().equals(from) ? evidence : evidence.reversed();
    }

    /**
     * The person's node in a graph of so many nodes, or null if the graph does not know the person.
     */
    @Nullable Integer node(PersonId person, TieGraph in) {
        Integer node = nodes.get(person);
        return node != null && node < in.nodeCount() ? node : null;
    }

    PersonId person(int node) {
        return people.get(node);
    }

    void each(Consumer<TieChange> action) {
        organization.forEach((pair, evidence) ->
                action.accept(
                        new TieChange(
                                Layer.ORGANIZATION,
                                pair.a(),
                                pair.b(),
                                new State.Known(evidence))));
        members.forEach((member, own) ->
                own.forEach((pair, state) ->
                        action.accept(new TieChange(Layer.of(member), pair.a(), pair.b(), state))));
    }

    private int node(PersonId person) {
        return nodes.computeIfAbsent(
                person,
                p -> {
                    people.add(p);
                    return people.size() - 1;
                });
    }

    private double probability(TieEvidence evidence) {
        return TieStrength.probability(evidence, agedTo);
    }
}
