package org.kithway.search.graph;

import org.kithway.model.MemberId;
import org.kithway.model.Site;
import org.kithway.model.TieEvidence;
import org.kithway.quality.Circle;
import org.kithway.quality.Coverage;
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
        for (int one : whose) {
            graph.forEachTieFrom(
                    one,
                    (other, chance) -> {
                        if (!middle.get(other)) {
                            known.computeIfAbsent(other, each -> new Known())
                                    .add(chance, evidence(one, other), now);
                        }
                    });
        }
        int[] contacts = known.keySet().stream().mapToInt(Integer::intValue).toArray();
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < contacts.length; i++) {
            places.put(contacts[i], i);
        }
        List<Known> all = List.copyOf(known.values());
        BitSet told = set(tellers);
        told.and(set(contacts));
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
        return new Circle(
                all.stream().map(Known::contact).toList(),
                among,
                told.cardinality(),
                openings,
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
        private int keepers;

        void add(double probability, TieEvidence evidence, Instant now) {
            chance = Math.max(chance, probability);
            mutual |= evidence.confirmed() || TieStrength.twoWay(evidence);
            sites.addAll(evidence.sites());
            keepers++;
            for (Instant last : Arrays.asList(evidence.out().last(), evidence.in().last())) {
                if (last != null) {
                    long days = Math.max(0, Duration.between(last, now).toDays());
                    quietDays = quietDays < 0 ? days : Math.min(quietDays, days);
                }
            }
        }

        Circle.Contact contact() {
            return new Circle.Contact(chance, mutual, quietDays, sites, keepers);
        }
    }
}
