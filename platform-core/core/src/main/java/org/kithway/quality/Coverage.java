package org.kithway.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Large or good? Which contacts, one after the other, add most to what can be reached through them:
 * {@code V(S) = sum_o w_o (1 - prod_{c in S} (1 - p_co))}. V is submodular, so that taking the best
 * next one comes within {@code 1 - 1/e} of the best set of each size (Nemhauser, Wolsey, Fisher
 * 1978).
 *
 * @param order contacts, the most useful first; those who add nothing are left out
 * @param reached V after each of them
 */
public record Coverage(List<Integer> order, List<Double> reached) {
    public Coverage {
        order = List.copyOf(order);
        reached = List.copyOf(reached);
    }

    /**
     * What one contact may open.
     *
     * @param goals numbers of what can be reached
     * @param chances for each of them, 0 to 1
     */
    public record Reach(int[] goals, double[] chances) {}

    /**
     * Takes contacts greedily, asking again only those who may still be best (Minoux 1978). A tie
     * goes to the lower number.
     *
     * @param contacts what each may open
     * @param worth of each goal, 0 or more
     */
    public static Coverage greedy(List<Reach> contacts, double[] worth) {
        double[] missing = new double[worth.length];
        Arrays.fill(missing, 1);
        PriorityQueue<Candidate> queue =
                new PriorityQueue<>(
                        Comparator.comparingDouble(Candidate::gain)
                                .reversed()
                                .thenComparing(Candidate::contact));
        for (int contact = 0; contact < contacts.size(); contact++) {
            queue.add(new Candidate(contact, gain(contacts.get(contact), missing, worth), 0));
        }
        List<Integer> order = new ArrayList<>();
        List<Double> reached = new ArrayList<>();
        double sum = 0;
        while (!queue.isEmpty()) {
            Candidate best = queue.poll();
            if (best.asked() < order.size()) {
                double gain = gain(contacts.get(best.contact()), missing, worth);
                queue.add(new Candidate(best.contact(), gain, order.size()));
                continue;
            }
            if (best.gain() <= 0) {
                break;
            }
            Reach reach = contacts.get(best.contact());
            for (int i = 0; i < reach.goals().length; i++) {
                missing[reach.goals()[i]] *= 1 - reach.chances()[i];
            }
            sum += best.gain();
            order.add(best.contact());
            reached.add(sum);
        }
        return new Coverage(order, reached);
    }

    private record Candidate(int contact, double gain, int asked) {}

    private static double gain(Reach reach, double[] missing, double[] worth) {
        double gain = 0;
        for (int i = 0; i < reach.goals().length; i++) {
            int goal = reach.goals()[i];
            gain += worth[goal] * missing[goal] * reach.chances()[i];
        }
        return gain;
    }

    /** How many of the best contacts give this share of all that can be reached, 0 to 1. */
    public int enoughFor(double share) {
        if (reached.isEmpty()) {
            return 0;
        }
        double wanted = share * reached.getLast();
        int count = 1;
        while (reached.get(count - 1) < wanted - 1e-12) {
            count++;
        }
        return count;
    }
}
