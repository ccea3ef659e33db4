package org.kithway.quality;

/** Whether ties are returned, and whether people who know many know each other. */
public final class Mixing {
    private Mixing() {}

    /** The share of all ties that there could be. */
    public static double density(Network network) {
        double n = network.nodeCount();
        double ties = network.tieCount() * (network.isDirected() ? 1.0 : 2.0);
        return n < 2 ? 0 : ties / (n * (n - 1));
    }

    /** The share of ties that are returned; 1 in a mutual network, NaN without ties. O(m log d). */
    public static double reciprocity(Network network) {
        Network.Rows out = network.out();
        long returned = 0;
        for (int node = 0; node < network.nodeCount(); node++) {
            for (int i = out.offsets()[node]; i < out.offsets()[node + 1]; i++) {
                returned += out.find(out.neighbours()[i], node) >= 0 ? 1 : 0;
            }
        }
        return (double) returned / out.neighbours().length;
    }

    /**
     * The correlation of the numbers of ties at the two ends of a tie, in a directed network of
     * those out at its beginning and those in at its end: Newman, "Mixing patterns in networks"
     * (2003). -1 to 1; NaN where all are equal.
     */
    public static double assortativity(Network network) {
        Network.Rows out = network.out();
        double n = out.neighbours().length;
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int node = 0; node < network.nodeCount(); node++) {
            double from = network.outDegree(node);
            for (int i = out.offsets()[node]; i < out.offsets()[node + 1]; i++) {
                double to = network.inDegree(out.neighbours()[i]);
                x += from;
                y += to;
                xx += from * from;
                yy += to * to;
                xy += from * to;
            }
        }
        return (xy / n - x / n * (y / n))
                / Math.sqrt((xx / n - x / n * (x / n)) * (yy / n - y / n * (y / n)));
    }
}
