package org.kithway.quality;

import java.util.Arrays;

/**
 * Lists every triangle of a mutual network once, from its node of least degree, ties going only
 * from lesser to greater degrees: Schank and Wagner, "Finding, counting and listing all triangles
 * in large graphs" (2005). O(m sqrt m).
 */
final class Triangles {
    private Triangles() {}

    /** Sees one triangle. */
    interface Visitor {
        /**
         * @param ab where the tie from a to b stands among all neighbours, and so on
         */
        void visit(int a, int b, int c, int ab, int ac, int bc);
    }

    static void each(Network.Rows rows, Visitor visitor) {
        int nodeCount = rows.offsets().length - 1;
        int[] rank = ranks(rows, nodeCount);
        int[] offsets = new int[nodeCount + 1];
        for (int node = 0; node < nodeCount; node++) {
            int later = 0;
            for (int i = rows.offsets()[node]; i < rows.offsets()[node + 1]; i++) {
                later += rank[rows.neighbours()[i]] > rank[node] ? 1 : 0;
            }
            offsets[node + 1] = offsets[node] + later;
        }
        int[] later = new int[offsets[nodeCount]];
        int[] places = new int[offsets[nodeCount]];
        for (int node = 0; node < nodeCount; node++) {
            int at = offsets[node];
            for (int i = rows.offsets()[node]; i < rows.offsets()[node + 1]; i++) {
                if (rank[rows.neighbours()[i]] > rank[node]) {
                    places[at] = i;
                    later[at++] = rows.neighbours()[i];
                }
            }
        }
        int[] markedBy = new int[nodeCount];
        int[] markedAt = new int[nodeCount];
        Arrays.fill(markedBy, -1);
        for (int a = 0; a < nodeCount; a++) {
            for (int i = offsets[a]; i < offsets[a + 1]; i++) {
                markedBy[later[i]] = a;
                markedAt[later[i]] = places[i];
            }
            for (int i = offsets[a]; i < offsets[a + 1]; i++) {
                int b = later[i];
                for (int j = offsets[b]; j < offsets[b + 1]; j++) {
                    int c = later[j];
                    if (markedBy[c] == a) {
                        visitor.visit(a, b, c, places[i], markedAt[c], places[j]);
                    }
                }
            }
        }
    }

    /** Each node's place by degree, then number. */
    private static int[] ranks(Network.Rows rows, int nodeCount) {
        long[] order = new long[nodeCount];
        for (int node = 0; node < nodeCount; node++) {
            order[node] = (long) rows.degree(node) << Integer.SIZE | node;
        }
        Arrays.sort(order);
        int[] rank = new int[nodeCount];
        for (int i = 0; i < nodeCount; i++) {
            rank[(int) order[i]] = i;
        }
        return rank;
    }
}
