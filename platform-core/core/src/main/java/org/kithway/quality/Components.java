package org.kithway.quality;

import java.util.Arrays;

/**
 * Which nodes hang together.
 *
 * @param of each node's component, numbered from 0 by their first nodes
 * @param sizes by component
 */
public record Components(int[] of, int[] sizes) {

    /** Of whoever can be reached by ties in either direction. O(n + m). */
    public static Components weak(Network network) {
        Network.Rows rows = network.mutual().out();
        int n = network.nodeCount();
        int[] of = new int[n];
        Arrays.fill(of, -1);
        int[] queue = new int[n];
        int count = 0;
        for (int start = 0; start < n; start++) {
            if (of[start] >= 0) {
                continue;
            }
            int end = 0;
            queue[end++] = start;
            of[start] = count;
            for (int i = 0; i < end; i++) {
                int node = queue[i];
                for (int j = rows.offsets()[node]; j < rows.offsets()[node + 1]; j++) {
                    int other = rows.neighbours()[j];
                    if (of[other] < 0) {
                        of[other] = count;
                        queue[end++] = other;
                    }
                }
            }
            count++;
        }
        return numbered(of, count);
    }

    /**
     * Of those who all reach each other along the ties' directions: Tarjan (1972), without
     * recursion. O(n + m).
     */
    public static Components strong(Network network) {
        Network.Rows rows = network.out();
        int n = network.nodeCount();
        int[] of = new int[n];
        int[] index = new int[n];
        int[] low = new int[n];
        int[] next = new int[n];
        Arrays.fill(of, -1);
        Arrays.fill(index, -1);
        int[] path = new int[n];
        int[] open = new int[n];
        int opened = 0;
        int found = 0;
        int count = 0;
        for (int start = 0; start < n; start++) {
            if (index[start] >= 0) {
                continue;
            }
            int depth = 0;
            path[depth] = start;
            while (depth >= 0) {
                int node = path[depth];
                if (index[node] < 0) {
                    index[node] = low[node] = found++;
                    next[node] = rows.offsets()[node];
                    open[opened++] = node;
                }
                int child = -1;
                while (next[node] < rows.offsets()[node + 1] && child < 0) {
                    int other = rows.neighbours()[next[node]++];
                    if (index[other] < 0) {
                        child = other;
                    } else if (of[other] < 0) {
                        low[node] = Math.min(low[node], index[other]);
                    }
                }
                if (child >= 0) {
                    path[++depth] = child;
                    continue;
                }
                if (low[node] == index[node]) {
                    int member;
                    do {
                        member = open[--opened];
                        of[member] = count;
                    } while (member != node);
                    count++;
                }
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[node]);
                }
            }
        }
        return numbered(of, count);
    }

    private static Components numbered(int[] of, int count) {
        int[] number = new int[count];
        Arrays.fill(number, -1);
        int[] sizes = new int[count];
        int[] result = new int[of.length];
        int next = 0;
        for (int node = 0; node < of.length; node++) {
            if (number[of[node]] < 0) {
                number[of[node]] = next++;
            }
            result[node] = number[of[node]];
            sizes[result[node]]++;
        }
        return new Components(result, sizes);
    }

    /** How many there are. */
    public int count() {
        return sizes.length;
    }

    /** The nodes of the greatest component, of the first of equals. */
    public int[] greatest() {
        int best = 0;
        for (int i = 1; i < sizes.length; i++) {
            best = sizes[i] > sizes[best] ? i : best;
        }
        int[] nodes = new int[sizes.length == 0 ? 0 : sizes[best]];
        int at = 0;
        for (int node = 0; node < of.length; node++) {
            if (of[node] == best) {
                nodes[at++] = node;
            }
        }
        return nodes;
    }
}
