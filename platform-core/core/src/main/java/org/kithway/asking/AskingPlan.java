package org.kithway.asking;

import org.kithway.model.PersonId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom to ask first, whom next if that leads nowhere, and when to stop.
 *
 * <p>An introduction is worth a prize and each route costs something to try, both in the same unit.
 * Routes may share hops: if one fails, so may the others that need the same introduction. The plan
 * is the best one for a chooser who learns of each route only whether it led to the end; where no
 * two routes share a hop it is the order of Weitzman's index, "Optimal search for the best
 * alternative" (Econometrica, 1979): by {@code prize - cost / chance}, without those where that is
 * below 0.
 *
 * @param steps in order; may be empty where no route is worth its cost
 * @param value what following the plan is worth on average, prize won minus costs paid
 */
public record AskingPlan(List<Step> steps, double value) {
    /** The most routes that are planned together. */
    public static final int MOST_ROUTES = 10;

    public AskingPlan {
        steps = List.copyOf(steps);
    }

    /**
     * One introduction that a route needs.
     *
     * @param chance that it is made, 0 to 1
     */
    public record Hop(PersonId from, PersonId to, double chance) {
        public Hop {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("a chance is 0 to 1");
            }
        }
    }

    /**
     * A route that may be tried.
     *
     * @param cost of trying it, above 0
     */
    public record Choice(List<Hop> hops, double cost) {
        public Choice {
            hops = List.copyOf(hops);
            if (hops.isEmpty() || !(cost > 0)) {
                throw new IllegalArgumentException("a route has hops and costs something");
            }
        }

        /** The chance that all introductions are made. */
        public double chance() {
            return hops.stream().mapToDouble(Hop::chance).reduce(1, (a, b) -> a * b);
        }
    }

    /**
     * One route to try.
     *
     * @param route its place among those that were given
     * @param index Weitzman's, of the route alone
     * @param chance that it leads to the end, given that all before did not
     * @param chanceSoFar that it or one before it does
     * @param days how long it takes on average until it is known whether it did
     * @param daysSoFar how long it takes on average from the first ask until one has led to the end
     *     or this one, too, has failed
     */
    public record Step(
            int route,
            double index,
            double chance,
            double chanceSoFar,
            double days,
            double daysSoFar) {}

    /**
     * The best plan. O(2^n n) for n routes.
     *
     * @param choices at most {@link #MOST_ROUTES}
     * @param prize what success is worth, above 0
     */
    public static AskingPlan of(List<Choice> choices, double prize) {
        if (choices.size() > MOST_ROUTES || !(prize > 0)) {
            throw new IllegalArgumentException(
                    "at most " + MOST_ROUTES + " routes, for a prize above 0");
        }
        double[] any = any(choices);
        double[] values = new double[any.length];
        int[] next = new int[any.length];
        for (int tried = any.length - 1; tried >= 0; tried--) {
            next[tried] = -1;
            for (int i = 0; i < choices.size(); i++) {
                if ((tried & 1 << i) == 0 && any[tried] < 1) {
                    int also = tried | 1 << i;
                    double chance = (any[also] - any[tried]) / (1 - any[tried]);
                    double value =
                            chance * prize - choices.get(i).cost() + (1 - chance) * values[also];
                    if (value > values[tried]) {
                        values[tried] = value;
                        next[tried] = i;
                    }
                }
            }
        }
        List<Step> steps = new ArrayList<>();
        int tried = 0;
        double daysSoFar = 0;
        while (next[tried] >= 0) {
            int route = next[tried];
            Choice choice = choices.get(route);
            int also = tried | 1 << route;
            double days = days(choice);
            daysSoFar += (1 - any[tried]) * days;
            steps.add(
                    new Step(
                            route,
                            prize - choice.cost() / choice.chance(),
                            (any[also] - any[tried]) / (1 - any[tried]),
                            any[also],
                            days,
                            daysSoFar));
            tried = also;
        }
        return new AskingPlan(steps, values[0]);
    }

    /**
     * The chance that at least one of the routes leads to the end, hops that several share counted
     * once: the network's two-terminal reliability over these routes. O(2^n n).
     *
     * @param choices at most {@link #MOST_ROUTES}
     */
    public static double chanceOfAny(List<Choice> choices) {
        double[] any = any(choices);
        return any[any.length - 1];
    }

    /**
     * Two routes that share nobody between their ends and that together lead on most likely; empty
     * if there are no two. O(n^2 hops).
     */
    public static List<Integer> bestDisjointPair(List<Choice> choices) {
        List<Integer> best = List.of();
        double most = -1;
        for (int i = 0; i < choices.size(); i++) {
            for (int j = i + 1; j < choices.size(); j++) {
                double none = (1 - choices.get(i).chance()) * (1 - choices.get(j).chance());
                if (1 - none > most && areDisjoint(choices.get(i), choices.get(j))) {
                    most = 1 - none;
                    best = List.of(i, j);
                }
            }
        }
        return best;
    }

    private static boolean areDisjoint(Choice one, Choice other) {
        Collection<PersonId> between = between(one);
        return between(other).stream().noneMatch(between::contains);
    }

    private static List<PersonId> between(Choice choice) {
        return choice.hops().stream().skip(1).map(Hop::from).toList();
    }

    /** For each set of routes, as bits: the chance that at least one of them leads to the end. */
    private static double[] any(List<Choice> choices) {
        Map<List<PersonId>, Integer> numbers = new HashMap<>();
        List<Double> chances = new ArrayList<>();
        List<int[]> needs = new ArrayList<>();
        for (Choice choice : choices) {
            int[] needed = new int[choice.hops().size()];
            for (int i = 0; i < needed.length; i++) {
                Hop hop = choice.hops().get(i);
                needed[i] =
                        numbers.computeIfAbsent(
                                List.of(hop.from(), hop.to()),
                                ends -> {
                                    chances.add(hop.chance());
                                    return chances.size() - 1;
                                });
            }
            needs.add(needed);
        }
        double[] any = new double[1 << choices.size()];
        all(0, 0, 1, new boolean[chances.size()], needs, chances, any);
        // By inclusion and exclusion: the sum over each set's subsets, signed by their size.
        for (int bit = 1; bit < any.length; bit <<= 1) {
            for (int set = 0; set < any.length; set++) {
                if ((set & bit) != 0) {
                    any[set] += any[set ^ bit];
                }
            }
        }
        for (int set = 0; set < any.length; set++) {
            any[set] = Math.clamp(any[set], 0, 1);
        }
        return any;
    }

    /** For each set of routes but the empty one: the chance that all are open, signed. */
    private static void all(
            int route,
            int set,
            double chance,
            boolean[] open,
            List<int[]> needs,
            List<Double> chances,
            double[] signed) {
        if (route == needs.size()) {
            signed[set] = set == 0 ? 0 : Integer.bitCount(set) % 2 == 1 ? chance : -chance;
            return;
        }
        all(route + 1, set, chance, open, needs, chances, signed);
        boolean[] opened = open.clone();
        double with = chance;
        for (int hop : needs.get(route)) {
            if (!opened[hop]) {
                opened[hop] = true;
                with *= chances.get(hop);
            }
        }
        all(route + 1, set | 1 << route, with, opened, needs, chances, signed);
    }

    /**
     * How long until it is known what came of a route: the expected time to absorption of the chain
     * whose states are the hops; a hop that is made takes as long as an answer in time does, one
     * that is not takes all of the patience.
     */
    private static double days(Choice choice) {
        double reached = 1;
        double days = 0;
        for (Hop hop : choice.hops()) {
            days +=
                    reached
                            * (hop.chance() * ReplyTime.meanInTime()
                                    + (1 - hop.chance()) * ReplyTime.patience());
            reached *= hop.chance();
        }
        return days;
    }

    /** The most likely routes first, at most as many as can be planned together. */
    public static List<Choice> mostLikely(Collection<Choice> choices) {
        return choices.stream()
                .sorted(Comparator.comparingDouble(Choice::chance).reversed())
                .limit(MOST_ROUTES)
                .toList();
    }
}
