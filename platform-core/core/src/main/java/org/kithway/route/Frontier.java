package org.kithway.route;

/**
 * Estimates how many half routes there are of each length, from the true lengths of the rows of a
 * fixed-size, evenly spaced sample of each level. Only the speed of a search rests on it, never its
 * answer.
 */
final class Frontier {

    private static final int SAMPLE = 32;

    private final double[] sizes = new double[RouteQuery.MAX_HOPS];
    private int[] nodes = new int[SAMPLE];
    private double[] costs = new double[SAMPLE];
    private int[] nextNodes = new int[SAMPLE];
    private double[] nextCosts = new double[SAMPLE];
    private final int[] counts = new int[SAMPLE];

    /** The number of halves of so many hops, about. */
    double size(int hops) {
        return sizes[hops];
    }

    /** The work of walking all halves of up to so many hops. */
    double work(int hops) {
        double sum = 0;
        for (int i = 1; i <= hops; i++) {
            sum += sizes[i];
        }
        return sum;
    }

    /** Looks at halves of up to so many hops that cost at most {@code bound}. */
    void measure(Side side, int hops, double bound) {
        int level = Math.min(SAMPLE, side.rootCount);
        for (int i = 0; i < level; i++) {
            nodes[i] = side.roots[(int) ((long) i * side.rootCount / level)];
            costs[i] = 0;
        }
        double scale = (double) side.rootCount / level;
        for (int hop = 1; hop <= hops; hop++) {
            long total = 0;
            for (int i = 0; i < level; i++) {
                counts[i] = count(side.rows, nodes[i], bound - costs[i]);
                total += counts[i];
            }
            sizes[hop] = total * scale;
            level = descend(side.rows, level, total);
            scale = level == 0 ? 0 : sizes[hop] / level;
        }
    }

    private int descend(Rows rows, int level, long total) {
        int size = (int) Math.min(SAMPLE, total);
        long before = 0;
        int i = 0;
        for (int picked = 0; picked < size; picked++) {
            long place = (2L * picked + 1) * total / (2L * size);
            while (i < level && place >= before + counts[i]) {
                before += counts[i++];
            }
            long[] row = rows.array(nodes[i]);
            long tie = row[rows.start(row, nodes[i]) + (int) (place - before)];
            nextNodes[picked] = Cost.neighbour(tie);
            nextCosts[picked] = costs[i] + Cost.cost(tie);
        }
        int[] oldNodes = nodes;
        nodes = nextNodes;
        nextNodes = oldNodes;
        double[] oldCosts = costs;
        costs = nextCosts;
        nextCosts = oldCosts;
        return size;
    }

    private static int count(Rows rows, int node, double bound) {
        long last = Cost.lastWithin(bound);
        long[] row = rows.array(node);
        int start = rows.start(row, node);
        int low = start;
        int high = rows.end(row, node);
        if (low == high || row[high - 1] <= last) {
            return high - low;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (row[middle] <= last) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - start;
    }
}
