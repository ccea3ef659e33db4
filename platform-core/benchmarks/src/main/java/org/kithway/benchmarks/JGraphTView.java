package org.kithway.benchmarks;

import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;
import org.jspecify.annotations.Nullable;
import org.kithway.route.TieGraph;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/**
 * A tie graph as JGraphT's algorithms see one, at 20 bytes a directed tie: its own graphs take 250
 * and would not fit. Weights are {@code -ln p}; ties are numbered by where they start. Immutable.
 */
final class JGraphTView extends AbstractGraph<Integer, Integer> {
    private final int nodeCount;
    private final int[] starts;
    private final int[] sources;
    private final int[] targets;
    private final double[] weights;
    private final int[] inStarts;
    private final int[] incoming;

    JGraphTView(TieGraph graph) {
        nodeCount = graph.nodeCount();
        int count = Math.toIntExact(graph.tieCount());
        starts = new int[nodeCount + 1];
        sources = new int[count];
        targets = new int[count];
        weights = new double[count];
        inStarts = new int[nodeCount + 1];
        incoming = new int[count];
        int[] at = {0};
        for (int node = 0; node < nodeCount; node++) {
            int source = node;
            graph.forEachTieFrom(
                    node,
                    (target, probability) -> {
                        sources[at[0]] = source;
                        targets[at[0]] = target;
                        weights[at[0]++] = -Math.log(probability);
                        inStarts[target + 1]++;
                    });
            starts[node + 1] = at[0];
        }
        Arrays.parallelPrefix(inStarts, Integer::sum);
        int[] next = inStarts.clone();
        for (int tie = 0; tie < count; tie++) {
            incoming[next[targets[tie]]++] = tie;
        }
    }

    /** Ties or nodes at consecutive places. */
    private static final class Numbers extends AbstractSet<Integer> {
        private final int start;
        private final int end;
        private final IntUnaryOperator number;
        private final IntPredicate contained;

        Numbers(int start, int end, IntUnaryOperator number, IntPredicate contained) {
            this.start = start;
            this.end = end;
            this.number = number;
            this.contained = contained;
        }

        @Override
        public int size() {
            return end - start;
        }

        @Override
        public boolean contains(@Nullable Object other) {
            return other instanceof Integer place && contained.test(place);
        }

        @Override
        public Iterator<Integer> iterator() {
            return new Iterator<>() {
                private int next = start;

                @Override
                public boolean hasNext() {
                    return next < end;
                }

                @Override
                public Integer next() {
                    if (next >= end) {
                        throw new NoSuchElementException();
                    }
                    return number.applyAsInt(next++);
                }
            };
        }
    }

    private static Numbers range(int start, int end) {
        return new Numbers(start, end, place -> place, place -> place >= start && place < end);
    }

    @Override
    public Set<Integer> vertexSet() {
        return range(0, nodeCount);
    }

    @Override
    public Set<Integer> edgeSet() {
        return range(0, targets.length);
    }

    @Override
    public Set<Integer> outgoingEdgesOf(Integer node) {
        return range(starts[node], starts[node + 1]);
    }

    @Override
    public Set<Integer> incomingEdgesOf(Integer node) {
        return new Numbers(
                inStarts[node],
                inStarts[node + 1],
                place -> incoming[place],
                tie -> targets[tie] == node);
    }

    @Override
    public int outDegreeOf(Integer node) {
        return starts[node + 1] - starts[node];
    }

    @Override
    public int inDegreeOf(Integer node) {
        return inStarts[node + 1] - inStarts[node];
    }

    @Override
    public int degreeOf(Integer node) {
        return inDegreeOf(node) + outDegreeOf(node);
    }

    @Override
    public Set<Integer> edgesOf(Integer node) {
        Set<Integer> all = new HashSet<>(outgoingEdgesOf(node));
        all.addAll(incomingEdgesOf(node));
        return all;
    }

    @Override
    public boolean containsVertex(Integer node) {
        return node >= 0 && node < nodeCount;
    }

    @Override
    public boolean containsEdge(Integer tie) {
        return tie >= 0 && tie < targets.length;
    }

    @Override
    public Integer getEdgeSource(Integer tie) {
        return sources[tie];
    }

    @Override
    public Integer getEdgeTarget(Integer tie) {
        return targets[tie];
    }

    @Override
    public double getEdgeWeight(Integer tie) {
        return weights[tie];
    }

    @Override
    public @Nullable Integer getEdge(Integer source, Integer target) {
        for (int tie = starts[source]; tie < starts[source + 1]; tie++) {
            if (targets[tie] == target) {
                return tie;
            }
        }
        return null;
    }

    @Override
    public Set<Integer> getAllEdges(Integer source, Integer target) {
        Integer tie = getEdge(source, target);
        return tie == null ? Set.of() : Set.of(tie);
    }

    @Override
    public GraphType getType() {
        return new DefaultGraphType.Builder()
                .directed()
                .weighted(true)
                .allowMultipleEdges(false)
                .allowSelfLoops(false)
                .modifiable(false)
                .build();
    }

    @Override
    public @Nullable Supplier<Integer> getVertexSupplier() {
        return null;
    }

    @Override
    public @Nullable Supplier<Integer> getEdgeSupplier() {
        return null;
    }

    private static UnsupportedOperationException immutable() {
        return new UnsupportedOperationException("the view cannot be changed");
    }

    @Override
    public Integer addEdge(Integer source, Integer target) {
        throw immutable();
    }

    @Override
    public boolean addEdge(Integer source, Integer target, Integer tie) {
        throw immutable();
    }

    @Override
    public Integer addVertex() {
        throw immutable();
    }

    @Override
    public boolean addVertex(Integer node) {
        throw immutable();
    }

    @Override
    public Integer removeEdge(Integer source, Integer target) {
        throw immutable();
    }

    @Override
    public boolean removeEdge(Integer tie) {
        throw immutable();
    }

    @Override
    public boolean removeVertex(Integer node) {
        throw immutable();
    }

    @Override
    public void setEdgeWeight(Integer tie, double weight) {
        throw immutable();
    }
}
