package org.kithway.search.graph;

import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.kithway.model.TieEvidence;
import org.kithway.quality.Circle;
import org.kithway.quality.Coverage;
import org.kithway.quality.Usage;
import org.kithway.route.TieGraph;
import org.kithway.strength.TieStrength;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who is around some people in the graph as one member sees it. O(ties within three steps). */
final class Surroundings {
    private static final int YEAR = 365;

    private final GenerationGraph held;
    private final TieGraph graph;
    private final MemberId member;
    private final Instant now;

    Surroundings(GenerationGraph held, TieGraph graph, MemberId member, Instant now) {
        this.held = held;
        this.graph = graph;
        this.member = member;
        this.now = now;
    }

    Circle circle(int[] whose, int[] tellers) {
        BitSet middle = set(whose);
        Map<Integer, Known> known = new TreeMap<>();
        List<Usage> usages = new ArrayList<>();
        for (int one : whose) {
            Use use = new Use();
            graph.forEachTieFrom(
                    one,
                    (other, chance) -> {
                        if (!middle.get(other)) {
                            TieEvidence evidence = evidence(one, other);
                            use.add(evidence, now);
                            known.computeIfAbsent(other, each -> new Known())
                                    .add(chance, evidence, now, held.person(one));
                        }
                    });
            usages.add(use.of(held.person(one)));
        }
        int[] contacts = known.keySet().stream().mapToInt(Integer::intValue).toArray();
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < contacts.length; i++) {
            places.put(contacts[i], i);
        }
        List<Known> all = List.copyOf(known.values());
        BitSet told = set(tellers);
        List<Circle.Pair> among = new ArrayList<>();
        List<Coverage.Reach> openings = new ArrayList<>();
        Map<Integer, Integer> goals = new HashMap<>(places);
        BitSet two = (BitSet) middle.clone();
        for (int i = 0; i < contacts.length; i++) {
            int place = i;
            List<double[]> opened = new ArrayList<>();
            opened.add(new double[] {i, all.get(i).chance});
            two.set(contacts[i]);
            graph.forEachTieFrom(
                    contacts[i],
                    (other, chance) -> {
                        two.set(other);
                        Integer there = places.get(other);
                        if (there != null && there > place) {
                            among.add(new Circle.Pair(place, there));
                        }
                        if (!middle.get(other)) {
                            Integer goal = goals.get(other);
                            if (goal == null) {
                                goal = goals.size();
                                goals.put(other, goal);
                            }
                            opened.add(new double[] {goal, opened.getFirst()[1] * chance});
                        }
                    });
            openings.add(reach(opened));
        }
        BitSet three = (BitSet) two.clone();
        two.stream()
                .forEach(node -> graph.forEachTieFrom(node, (other, chance) -> three.set(other)));
        List<Circle.Contact> contactsKnown = new ArrayList<>();
        for (int i = 0; i < contacts.length; i++) {
            contactsKnown.add(all.get(i).contact(held.person(contacts[i]), told.get(contacts[i])));
        }
        return new Circle(
                contactsKnown,
                among,
                openings,
                usages,
                two.cardinality() - middle.cardinality(),
                three.cardinality() - middle.cardinality());
    }

    private TieEvidence evidence(int one, int other) {
        TieEvidence evidence = held.evidence(member, held.person(one), held.person(other));
        if (evidence == null) {
            throw new IllegalStateException("a tie of the graph rests on evidence");
        }
        return evidence;
    }

    private static BitSet set(int[] nodes) {
        BitSet set = new BitSet();
        Arrays.stream(nodes).forEach(set::set);
        return set;
    }

    private static Coverage.Reach reach(List<double[]> opened) {
        return new Coverage.Reach(
                opened.stream().mapToInt(each -> (int) each[0]).toArray(),
                opened.stream().mapToDouble(each -> each[1]).toArray());
    }

    /** What those in the middle know of one contact. */
    private static final class Known {
        private final TreeSet<Site> sites = new TreeSet<>();
        private double chance;
        private boolean mutual;
        private long quietDays = -1;
        private long sent;
        private long received;
        private final List<PersonId> keepers = new ArrayList<>();

        void add(double probability, TieEvidence evidence, Instant now, PersonId keeper) {
            chance = Math.max(chance, probability);
            mutual |= TieStrength.isKnown(evidence);
            sites.addAll(evidence.sites());
            sent += evidence.out().messages();
            received += evidence.in().messages();
            keepers.add(keeper);
            long days = quietDays(evidence, now);
            quietDays =
                    quietDays < 0 || days < 0
                            ? Math.max(quietDays, days)
                            : Math.min(quietDays, days);
        }

        Circle.Contact contact(PersonId person, boolean told) {
            return new Circle.Contact(
                    person, chance, mutual, told, quietDays, sent, received, sites, keepers);
        }
    }

    /** How one in the middle uses the ties. */
    private static final class Use {
        private int contacts;
        private int wroteTo;
        private int heardFrom;
        private int both;
        private long sent;
        private long received;
        private int recent;

        void add(TieEvidence evidence, Instant now) {
            boolean out = evidence.out().last() != null || evidence.out().messages() > 0;
            boolean in = evidence.in().last() != null || evidence.in().messages() > 0;
            contacts++;
            wroteTo += out ? 1 : 0;
            heardFrom += in ? 1 : 0;
            both += out && in ? 1 : 0;
            sent += evidence.out().messages();
            received += evidence.in().messages();
            long days = quietDays(evidence, now);
            recent += days >= 0 && days <= YEAR ? 1 : 0;
        }

        Usage of(PersonId person) {
            return new Usage(person, contacts, wroteTo, heardFrom, both, sent, received, recent);
        }
    }

    /** Days since the last sign of life either way, -1 if no time is known. */
    private static long quietDays(TieEvidence evidence, Instant now) {
        long quiet = -1;
        for (Instant last : Arrays.asList(evidence.out().last(), evidence.in().last())) {
            if (last != null) {
                long days = Math.max(0, Duration.between(last, now).toDays());
                quiet = quiet < 0 ? days : Math.min(quiet, days);
            }
        }
        return quiet;
    }
}
