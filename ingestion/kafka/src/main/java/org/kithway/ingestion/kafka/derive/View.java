package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.kafka.derive.Edges.Edge;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;

/**
 * The atoms and the edges between them as those see them who see a layer. An atom is what strong
 * identifiers alone make one person. A member's layer holds only the member's own atoms: those of
 * which the member's private imports or verdicts speak; all others are the organization's.
 */
final class View {
    private final int layer;
    private final People atoms;
    private final Edges edges;
    private final Rulings rulings;

    View(DerivedState state, int layer) {
        this.layer = layer;
        this.atoms = state.atoms();
        this.edges = state.edges();
        this.rulings = state.rulings();
    }

    int layer() {
        return layer;
    }

    private boolean isShared() {
        return layer == Dictionary.ORGANIZATION;
    }

    /** Whether the atom is of exactly this layer. */
    boolean isOwn(int atom) {
        return isShared() || atoms.isOwn(layer, atom);
    }

    /** The accounts of an atom; none if there is no such one in this view. */
    List<Integer> accounts(int atom) {
        return atoms.accountsSeen(layer, atom);
    }

    boolean has(int atom) {
        return !accounts(atom).isEmpty();
    }

    /** The atom that has the account, or 0. */
    int atom(int account) {
        return atoms.seen(account, layer);
    }

    /** The edges of an atom: those of members' own atoms are their layer's. */
    void eachEdge(int atom, ObjIntConsumer<Edge> action) {
        edges.each(layer, atom, action);
        if (!isShared() && !atoms.isOwn(layer, atom)) {
            edges.each(
                    Dictionary.ORGANIZATION,
                    atom,
                    (edge, other) -> {
                        if (!atoms.isOwn(layer, other) && !atoms.isOverridden(layer, other)) {
                            action.accept(edge, other);
                        }
                    });
        }
    }

    /** The edge between two atoms of this view, or null. */
    @Nullable Edge edge(int one, int other) {
        return edges.find(isOwn(one) || isOwn(other) ? layer : Dictionary.ORGANIZATION, one, other);
    }

    /** The atoms with which a verdict joins this one. */
    SortedSet<Integer> joined(int atom) {
        SortedSet<Integer> joined = new TreeSet<>();
        for (int account : accounts(atom)) {
            if (rulings.speaksOf(account)) {
                rulings.same(layer, account).forEach(other -> joined.add(atom(other)));
            }
        }
        joined.remove(0);
        joined.remove(atom);
        return joined;
    }

    /** The atoms from which a verdict tells this one apart. */
    SortedSet<Integer> divided(int atom) {
        SortedSet<Integer> divided = new TreeSet<>();
        for (int account : accounts(atom)) {
            if (rulings.speaksOf(account)) {
                rulings.different(layer, account).forEach(other -> divided.add(atom(other)));
            }
        }
        divided.remove(0);
        divided.remove(atom);
        return divided;
    }

    /**
     * The atoms that have to be looked at together with this one: those that edges or verdicts
     * join, and, in a member's layer, those who are one person in the organization's.
     */
    SortedSet<Integer> region(int start, People people) {
        SortedSet<Integer> region = new TreeSet<>();
        SortedSet<Integer> open = new TreeSet<>();
        if (has(start)) {
            region.add(start);
            open.add(start);
        }
        while (!open.isEmpty()) {
            int next = open.removeFirst();
            eachEdge(next, (edge, other) -> reach(other, region, open));
            joined(next).forEach(other -> reach(other, region, open));
            if (!isShared()) {
                for (int account : accounts(next)) {
                    int person = people.person(account, Dictionary.ORGANIZATION);
                    for (int other : people.accounts(Dictionary.ORGANIZATION, person)) {
                        reach(atom(other), region, open);
                    }
                }
            }
        }
        return region;
    }

    private void reach(int atom, SortedSet<Integer> region, SortedSet<Integer> open) {
        if (atom != 0 && has(atom) && region.add(atom)) {
            open.add(atom);
        }
    }

    /** Whether anything may join the atom with another one. */
    boolean isAlone(int atom) {
        return isShared()
                && !edges.any(layer, atom)
                && accounts(atom).stream().noneMatch(rulings::speaksOf);
    }
}
