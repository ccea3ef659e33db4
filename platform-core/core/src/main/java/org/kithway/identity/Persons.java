package org.kithway.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which nodes are one person's (union-find), and which persons are said to be two. */
final class Persons {
    private final int[] parents;
    private final List<Set<Integer>> others = new ArrayList<>();

    Persons(int nodes) {
        parents = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            parents[i] = i;
            others.add(new TreeSet<>());
        }
    }

    /** A node of the person that stands for it. */
    int of(int node) {
        int root = node;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** Whether nobody said that the two are different people. */
    boolean mayJoin(int one, int other) {
        return !others.get(of(one)).contains(of(other));
    }

    void divide(int one, int other) {
        int a = of(one);
        int b = of(other);
        if (a != b) {
            others.get(a).add(b);
            others.get(b).add(a);
        }
    }

    void join(int one, int other) {
        int root = Math.min(of(one), of(other));
        int gone = Math.max(of(one), of(other));
        if (root == gone) {
            return;
        }
        parents[gone] = root;
        for (int enemy : others.get(gone)) {
            others.get(enemy).remove(gone);
            if (enemy != root) {
                others.get(enemy).add(root);
                others.get(root).add(enemy);
            }
        }
        others.get(root).remove(gone);
        others.get(gone).clear();
    }
}
