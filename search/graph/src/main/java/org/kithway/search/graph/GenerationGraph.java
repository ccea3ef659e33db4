package org.kithway.search.graph;

import org.jspecify.annotations.Nullable;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.model.TieEvidence;
import org.kithway.route.TieGraph;
import org.kithway.search.TieChange;
import org.kithway.search.TieChange.State;
import org.kithway.strength.StrengthModel;
import org.kithway.strength.TieQualities;
import org.kithway.strength.TieStrength;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The ties of one generation: what is said of each pair in each layer, and the packed graphs that
 * answer. The organization's graph is edited as changes come; a member's view is that graph with
 * the member's own say on top, made when first asked for. Guarded by the store.
 *
 * <p>How many contacts two have in common, as everybody sees it, is part of how strong their tie
 * is. It changes with other people's ties, so it is counted when a question comes: anew for
 * everybody whose ties have changed since the last one.
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
    // Whose ties changed since common contacts were last counted.
    private final BitSet touched = new BitSet();
    private Instant agedTo;
    private TieStrength strength;
    private long offset;

    /**
     * @param agedTo up to when messages have lost weight
     */
    GenerationGraph(Instant agedTo) {
        this.agedTo = agedTo;
        this.strength = new TieStrength(StrengthModel.START, agedTo);
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
        if (!isSettled(today)) {
            settle(today);
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
                put(edit, pair, evidence, 0);
                touched.set(node(pair.a()));
                touched.set(node(pair.b()));
            }
        }
        members.values().removeIf(Map::isEmpty);
        if (edited) {
            replace(edit);
        }
        offset = next;
    }

    private void replace(TieGraph.Edit edit) {
        graph = edit.apply();
        if (graph.replacedRows() > MOST_REPLACED * graph.nodeCount()) {
            graph = graph.compact();
        }
        views.clear();
    }

    private void applyTo(Map<Pair, State> own, Pair pair, State state) {
        switch (state) {
            case State.Silent silent -> own.remove(pair);
            case State.Known known -> own.put(pair, known);
            case State.Absent absent -> own.put(pair, absent);
        }
    }

    /** Whether the graph says what is to be said at the time. */
    boolean isSettled(Instant now) {
        return agedTo.equals(now) && touched.isEmpty();
    }

    /**
     * Lets messages age up to the time and counts common contacts; O(sum over the ties computed of
     * an end's ties).
     */
    void settle(Instant now) {
        if (!agedTo.equals(now)) {
            agedTo = now;
            strength = new TieStrength(StrengthModel.START, now);
            touched.set(0, people.size());
        }
        if (touched.cardinality() > MOST_REPLACED * people.size()) {
            settleAll();
        } else {
            settleTouched();
        }
        touched.clear();
    }

    private void settleAll() {
        TieGraph.Builder builder = TieGraph.builder().nodes(people.size());
        for (int node = 0; node < graph.nodeCount(); node++) {
            int one = node;
            BitSet near = near(one);
            near.stream()
                    .filter(other -> one < other)
                    .forEach(other -> {
                        int common = common(near, other);
                        TieEvidence evidence = shared(one, other);
                        builder.add(one, other, strength.chance(evidence, common));
                        builder.add(other, one, strength.chance(evidence.reversed(), common));
                    });
        }
        graph = builder.build();
        views.clear();
    }

    private void settleTouched() {
        TieGraph.Edit edit = graph.edit();
        touched.stream()
                .forEach(one -> {
                    BitSet near = near(one);
                    near.stream()
                            .filter(other -> !touched.get(other) || one < other)
                            .forEach(other -> {
                                int common = common(near, other);
                                TieEvidence evidence = shared(one, other);
                                edit.put(one, other, strength.chance(evidence, common));
                                edit.put(other, one, strength.chance(evidence.reversed(), common));
                            });
                });
        replace(edit);
    }

    private TieEvidence shared(int one, int other) {
        Pair pair = Pair.of(person(one), person(other));
        TieEvidence evidence =
                Objects.requireNonNull(organization.get(pair), "a tie of the graph has evidence");
        return pair.a().equals(person(one)) ? evidence : evidence.reversed();
    }

    /** Whom somebody knows, as everybody sees it. */
    private BitSet near(int node) {
        BitSet near = new BitSet();
        if (node < graph.nodeCount()) {
            graph.forEachTieFrom(node, (other, chance) -> near.set(other));
        }
        return near;
    }

    /** How many of them somebody knows, as everybody sees it. */
    private int common(BitSet near, int node) {
        int[] common = {0};
        if (node < graph.nodeCount()) {
            graph.forEachTieFrom(node, (third, chance) -> common[0] += near.get(third) ? 1 : 0);
        }
        return common[0];
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
            put(
                    edit,
                    pair,
                    state instanceof State.Known known ? known.evidence() : null,
                    common(near(node(pair.a())), node(pair.b())));
        });
        return edit.apply();
    }

    private void put(
            TieGraph.Edit edit, Pair pair, @Nullable TieEvidence evidence, int commonContacts) {
        int a = node(pair.a());
        int b = node(pair.b());
        if (evidence == null) {
            edit.remove(a, b).remove(b, a);
        } else {
            edit.put(a, b, strength.chance(evidence, commonContacts))
                    .put(b, a, strength.chance(evidence.reversed(), commonContacts));
        }
    }

    /** What can be said of a tie that rests on this evidence, seen from the first. */
    TieQualities qualities(TieEvidence evidence, PersonId from, PersonId to) {
        return strength.of(evidence, common(near(node(from)), node(to)));
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
}
