package org.kithway.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ties that join what is apart without them. Directions do not count.
 *
 * <p>A <em>local bridge</em> joins two who have no contact in common (Granovetter 1973); its
 * <em>span</em> is the distance of the two without it. A <em>bridge</em> is a tie without which no
 * way at all leads from one to the other.
 */
public final class Bridges {
    private static final int NONE = -1;

    private final Network.Rows rows;
    private final int nodeCount;

    public Bridges(Network network) {
        rows = network.mutual().out();
        nodeCount = network.nodeCount();
    }

    /** A tie; {@code one} is less than {@code other}. */
    public record Tie(int one, int other) {}

    /** How many contacts the two have in common. O(sum of both degrees). */
    public int commonContacts(int one, int other) {
        int common = 0;
        int i = rows.offsets()[one];
        int j = rows.offsets()[other];
        while (i < rows.offsets()[one + 1] && j < rows.offsets()[other + 1]) {
            int difference = Integer.compare(rows.neighbours()[i], rows.neighbours()[j]);
            common += difference == 0 ? 1 : 0;
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }
        return common;
    }

    /** How many of the node's ties are local bridges. O(sum of its contacts' degrees). */
    public int localAt(int node) {
        int count = 0;
        for (int i = rows.offsets()[node]; i < rows.offsets()[node + 1]; i++) {
            count += commonContacts(node, rows.neighbours()[i]) == 0 ? 1 : 0;
        }
        return count;
    }

    /** All local bridges, by their ends. O(sum of squared degrees). */
    public List<Tie> local() {
        List<Tie> local = new ArrayList<>();
        for (int node = 0; node < nodeCount; node++) {
            for (int i = rows.offsets()[node]; i < rows.offsets()[node + 1]; i++) {
                int other = rows.neighbours()[i];
                if (node < other && commonContacts(node, other) == 0) {
                    local.add(new Tie(node, other));
                }
            }
        }
        return local;
    }

    /**
     * The distance of the two when the tie between them is left out; {@link Integer#MAX_VALUE} if
     * no other way leads from one to the other. O(m).
     */
    public int span(int one, int other) {
        int[] distance = new int[nodeCount];
        Arrays.fill(distance, NONE);
        int[] queue = new int[nodeCount];
        int end = 0;
        queue[end++] = one;
        distance[one] = 0;
        for (int i = 0; i < end; i++) {
            int node = queue[i];
            for (int j = rows.offsets()[node]; j < rows.offsets()[node + 1]; j++) {
                int next = rows.neighbours()[j];
                if (distance[next] == NONE && !(node == one && next == other)) {
                    distance[next] = distance[node] + 1;
                    if (next == other) {
                        return distance[next];
                    }
                    queue[end++] = next;
                }
            }
        }
        return Integer.MAX_VALUE;
    }

    /**
     * All bridges, by their ends: Tarjan, "A note on finding the bridges of a graph" (1974),
     * without recursion. O(n + m).
     */
    public List<Tie> all() {
        int[] found = new int[nodeCount];
        int[] low = new int[nodeCount];
        int[] next = new int[nodeCount];
        int[] path = new int[nodeCount];
        Arrays.fill(found, NONE);
        List<Tie> bridges = new ArrayList<>();
        int count = 0;
        for (int start = 0; start < nodeCount; start++) {
            if (found[start] != NONE) {
                continue;
            }
            int depth = 0;
            path[0] = start;
            found[start] = low[start] = count++;
            next[start] = rows.offsets()[start];
            while (depth >= 0) {
                int node = path[depth];
                int parent = depth == 0 ? NONE : path[depth - 1];
                if (next[node] < rows.offsets()[node + 1]) {
                    int other = rows.neighbours()[next[node]++];
                    if (found[other] == NONE) {
                        found[other] = low[other] = count++;
                        next[other] = rows.offsets()[other];
                        path[++depth] = other;
                    } else if (other != parent) {
                        low[node] = Math.min(low[node], found[other]);
                    }
                } else {
                    depth--;
                    if (parent != NONE) {
                        low[parent] = Math.min(low[parent], low[node]);
                        if (low[node] > found[parent]) {
                            bridges.add(new Tie(Math.min(node, parent), Math.max(node, parent)));
                        }
                    }
                }
            }
        }
        bridges.sort((a, b) ->
                a.one() == b.one()
                        ? Integer.compare(a.other(), b.other())
                        : Integer.compare(a.one(), b.one()));
        return bridges;
    }
}
