package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.kafka.derive.Edges.Edge;
import org.kithway.model.AccountId;
import org.kithway.registry.Decision;
import org.kithway.registry.IdentityEvent;
import org.kithway.registry.IdentityEvent.Kind;
import org.kithway.registry.IdentityEvent.Reason;
import org.kithway.registry.IdentityEvents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Notes the merges and splits that follow from a decision, until they are handed out. */
final class Happenings {
    private static final int MOST_REASONS = 24;
    private static final int MOST_ACCOUNTS = 100;
    private static final int MOST_PARTS = 40;
    private static final int ID_BYTES = 12;

    // Above all that a judgement can come to.
    private static final double RULED = 2_000;
    private static final double STATED = 1_000;

    private static final String MERGED = "an export says that the accounts are one person's";
    private static final String SAME = "a member says that they are one person";
    private static final String OTHERS = "a member says that they are different people";
    private static final String NO_LONGER = "what had joined them does not hold any more";

    private final People people;
    private final Dictionary dictionary;
    private final Matching matching;
    private final DerivedState state;
    // layer, former person, account
    private final MVMap<byte[], byte[]> moved;
    // id -> event
    private final MVMap<String, String> events;
    private Cause cause = new Cause(0, null);

    Happenings(DerivedState state, Matching matching) {
        this.state = state;
        this.people = state.people();
        this.dictionary = state.dictionary();
        this.moved = state.moved();
        this.events = state.events();
        this.matching = matching;
    }

    /**
     * From what things follow.
     *
     * @param id of the import or verdict, or which model; null if facts came late
     */
    record Cause(long sequence, @Nullable String id) {
        static Cause of(long sequence, @Nullable Decision decision) {
            return new Cause(
                    sequence,
                    switch (decision) {
                        case null -> null;
                        case Decision.ImportSettled settled -> settled.imported().value();
                        case Decision.ImportUndone undone -> undone.imported().value();
                        case Decision.Verdict verdict -> verdict.id();
                        case Decision.VerdictWithdrawn withdrawn -> withdrawn.verdict();
                        case Decision.ModelAdopted adopted -> "model " + adopted.version();
                        case Decision.OfAsking asking -> null;
                    });
        }
    }

    void because(Cause next) {
        cause = next;
    }

    /** An account leaves whom those see who see the layer. */
    void moves(int layer, int account) {
        int before = people.seen(account, layer);
        if (before != 0) {
            moved.put(Keys.of(layer, before, account), Keys.NOTHING);
        }
    }

    /**
     * Atoms that are one person now.
     *
     * @param parts the accounts by who they were: a former person, or an atom that is new
     * @param atoms those of each part
     */
    record Gathered(List<List<Integer>> parts, List<SortedSet<Integer>> atoms) {
        static final Gathered NOTHING_NEW = new Gathered(List.of(), List.of());
    }

    /** Who the accounts of a cluster of atoms are until now; to be asked before they are moved. */
    Gathered before(View view, Collection<Integer> cluster) {
        if (cluster.size() == 1 && isOnePart(view, cluster.iterator().next())) {
            return Gathered.NOTHING_NEW;
        }
        SortedMap<String, List<Integer>> parts = new TreeMap<>();
        Map<String, SortedSet<Integer>> atoms = new HashMap<>();
        for (int atom : cluster) {
            String newcomer = "new " + dictionary.text(atom);
            List<Integer> accounts = view.accounts(atom);
            for (int account : accounts) {
                int person = people.seen(account, view.layer());
                if (person != 0) {
                    newcomer = dictionary.text(person);
                    break;
                }
            }
            for (int account : accounts) {
                int person = people.seen(account, view.layer());
                String part = person == 0 ? newcomer : dictionary.text(person);
                parts.computeIfAbsent(part, key -> new ArrayList<>()).add(account);
                atoms.computeIfAbsent(part, key -> new TreeSet<>()).add(atom);
            }
        }
        return new Gathered(
                List.copyOf(parts.values()), parts.keySet().stream().map(atoms::get).toList());
    }

    /** As with nearly all atoms, which need no further look. */
    private boolean isOnePart(View view, int atom) {
        int person = 0;
        for (int account : view.accounts(atom)) {
            int seen = people.seen(account, view.layer());
            if (person != 0 && seen != 0 && seen != person) {
                return false;
            }
            person = seen == 0 ? person : seen;
        }
        return true;
    }

    /** Notes a merge if those who were gathered were several before. */
    void gathered(View view, Gathered gathered) {
        if (gathered.parts().size() < 2) {
            return;
        }
        int person = people.seen(gathered.parts().getFirst().getFirst(), view.layer());
        note(
                Kind.MERGED,
                view.layer(),
                person,
                gathered.parts(),
                links(view, gathered.atoms(), true));
    }

    boolean isIdle() {
        return moved.isEmpty();
    }

    /** Notes a split if a person's accounts that moved have come to be several people's. */
    void settle() {
        byte[] first = moved.firstKey();
        int layer = Keys.number(first, 0);
        int person = Keys.number(first, Integer.BYTES);
        SortedSet<Integer> accounts = new TreeSet<>();
        for (Keys.Entry entry : Keys.under(moved, Keys.of(layer, person))) {
            accounts.add(Keys.number(entry.key(), 2 * Integer.BYTES));
        }
        accounts.forEach(account -> moved.remove(Keys.of(layer, person, account)));
        accounts.addAll(people.accountsSeen(layer, person));
        SortedMap<String, List<Integer>> parts = new TreeMap<>();
        for (int account : accounts) {
            int now = people.seen(account, layer);
            if (now != 0) {
                parts.computeIfAbsent(dictionary.text(now), key -> new ArrayList<>()).add(account);
            }
        }
        if (parts.size() > 1) {
            View view = new View(state, layer);
            List<SortedSet<Integer>> atoms = new ArrayList<>();
            for (List<Integer> part : parts.values()) {
                SortedSet<Integer> theirs = new TreeSet<>();
                part.forEach(account -> theirs.add(view.atom(account)));
                atoms.add(theirs);
            }
            note(Kind.SPLIT, layer, person, List.copyOf(parts.values()), links(view, atoms, false));
        }
    }

    /** Something between two of the parts; verdicts and exports' words weigh more than all else. */
    private record Link(int one, int other, double bits, List<Reason> reasons) {}

    /** The weightiest links that hold the parts together, or what is left of them. */
    private List<Reason> links(View view, List<SortedSet<Integer>> parts, boolean merged) {
        List<Link> links = new ArrayList<>();
        int most = Math.min(MOST_PARTS, parts.size());
        for (int one = 0; one < most; one++) {
            for (int other = one + 1; other < most; other++) {
                Link link = link(view, parts, one, other, merged);
                if (link != null) {
                    links.add(link);
                }
            }
        }
        links.sort(
                Comparator.comparingDouble(Link::bits)
                        .reversed()
                        .thenComparingInt(Link::one)
                        .thenComparingInt(Link::other));
        int[] group = new int[most];
        Arrays.setAll(group, i -> i);
        List<Reason> reasons = new ArrayList<>();
        for (Link link : links) {
            int one = group[link.one()];
            int other = group[link.other()];
            if (one != other && reasons.size() < MOST_REASONS) {
                reasons.addAll(link.reasons());
                for (int i = 0; i < most; i++) {
                    group[i] = group[i] == other ? one : group[i];
                }
            }
        }
        if (reasons.isEmpty()) {
            reasons.add(new Reason(merged ? MERGED : NO_LONGER, 0));
        }
        return reasons;
    }

    private @Nullable Link link(
            View view, List<SortedSet<Integer>> parts, int one, int other, boolean merged) {
        Link best = null;
        for (int atom : parts.get(one)) {
            if (parts.get(other).contains(atom)) {
                return new Link(one, other, STATED, List.of(new Reason(MERGED, 0)));
            }
            SortedSet<Integer> ruled = merged ? view.joined(atom) : view.divided(atom);
            for (int to : parts.get(other)) {
                if (ruled.contains(to)) {
                    return new Link(
                            one, other, RULED, List.of(new Reason(merged ? SAME : OTHERS, 0)));
                }
                Edge edge = view.edge(atom, to);
                if (edge != null && (best == null || edge.bits() > best.bits())) {
                    best = new Link(one, other, edge.bits(), reasons(view, atom, to));
                }
            }
        }
        return best;
    }

    private List<Reason> reasons(View view, int one, int other) {
        return matching.judge(view.layer(), one, other).reasons().stream()
                .map(reason -> new Reason(reason.words(), reason.bits()))
                .toList();
    }

    private void note(
            Kind kind, int layer, int person, List<List<Integer>> parts, List<Reason> reasons) {
        List<List<AccountId>> named =
                parts.stream()
                        .map(part ->
                                part.stream()
                                        .map(dictionary::account)
                                        .sorted()
                                        .limit(MOST_ACCOUNTS)
                                        .toList())
                        .sorted(Comparator.comparing(part -> part.getFirst()))
                        .toList();
        byte[] digest =
                Content.ofParts(cause.sequence(), kind, dictionary.layer(layer), named.toString());
        IdentityEvent event =
                new IdentityEvent(
                        "evt_" + HexFormat.of().formatHex(digest, 0, ID_BYTES),
                        kind,
                        dictionary.layer(layer),
                        dictionary.person(person),
                        named,
                        reasons,
                        cause.id());
        events.put(event.id(), IdentityEvents.write(event));
    }

    /** Takes up to so many of the events that were noted. */
    List<IdentityEvent> take(int most) {
        List<IdentityEvent> taken = new ArrayList<>();
        while (taken.size() < most && !events.isEmpty()) {
            String id = events.firstKey();
            String text = events.remove(id);
            if (text != null) {
                taken.add(IdentityEvents.read(text));
            }
        }
        return taken;
    }
}
