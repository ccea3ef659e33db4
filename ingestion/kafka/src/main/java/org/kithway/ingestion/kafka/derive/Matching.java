package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.BlockingKeys;
import org.kithway.identity.IdentityModel;
import org.kithway.identity.Judgement;
import org.kithway.identity.Verdict;
import org.kithway.ingestion.kafka.derive.Edges.Edge;
import org.kithway.ingestion.kafka.derive.Row.Family;
import org.kithway.model.AccountId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** Compares atoms that share a blocking key, and keeps the edges between those who may be one. */
final class Matching {
    /** The weight of an export's word that two accounts are one person's, in bits. */
    private static final double STATED = 60;

    private final Assertions assertions;
    private final Activity activity;
    private final Dictionary dictionary;
    private final People atoms;
    private final Blocks blocks;
    private final Edges edges;
    private final Rulings rulings;
    private final References references;
    private final Agenda uncompared;
    private final Agenda scattered;

    Matching(DerivedState state, References references) {
        this.assertions = state.assertions();
        this.activity = state.activity();
        this.dictionary = state.dictionary();
        this.atoms = state.atoms();
        this.blocks = state.blocks();
        this.edges = state.edges();
        this.rulings = state.rulings();
        this.uncompared = state.uncomparedAtoms();
        this.scattered = state.scatteredAtoms();
        this.references = references;
    }

    /** Forgets what it holds: accounts may have moved between atoms. */
    void refresh() {
        references.refresh();
    }

    /** Files an atom under its blocking keys; whoever may be compared otherwise then is queued. */
    void file(int layer, int atom) {
        uncompared.add(layer, atom);
        if (references.count(layer, atom)) {
            changeContacts(layer, atom);
        }
        BlockingKeys keys = BlockingKeys.NONE;
        if (atoms.isOwn(layer, atom)) {
            keys = rulings.model().blockingKeys(references.withoutContacts(layer, atom));
        }
        SortedSet<Long> all =
                blocks.set(layer, atom, site(layer, atom), keys, key -> cross(layer, key));
        if (layer == Dictionary.ORGANIZATION && atoms.hasMembers()) {
            all.forEach(this::compareMembers);
        }
    }

    /** How well known the atom is weighs with those who know it. */
    private void changeContacts(int layer, int atom) {
        boolean members = atoms.hasMembers();
        references.eachContact(
                layer,
                atom,
                account -> {
                    int contact = atoms.seen(account, layer);
                    if (atoms.isOwn(layer, contact)) {
                        uncompared.add(layer, contact);
                    } else {
                        blocks.keys(Dictionary.ORGANIZATION, contact)
                                .forEach(key -> compareOf(layer, key));
                    }
                    if (layer == Dictionary.ORGANIZATION && members) {
                        for (int member : atoms.layers(account)) {
                            uncompared.add(member, atoms.person(account, member));
                        }
                        blocks.keys(layer, contact).forEach(this::compareMembers);
                    }
                });
    }

    private void compareOf(int layer, long key) {
        blocks.each(key, layer, atom -> uncompared.add(layer, atom));
    }

    private void cross(int layer, long key) {
        compareOf(layer, key);
        if (layer == Dictionary.ORGANIZATION && atoms.hasMembers()) {
            compareMembers(key);
        }
    }

    private void compareMembers(long key) {
        blocks.eachOfMembers(key, (member, atom) -> uncompared.add(member, atom));
    }

    /** Compares an atom with all who share a key with it. */
    void compare(int layer, int atom) {
        SortedSet<Integer> candidates = candidates(layer, atom);
        SortedSet<Integer> stated = stated(layer, atom);
        Map<Integer, Edge> former = new HashMap<>();
        edges.each(layer, atom, (edge, other) -> former.put(other, edge));
        SortedSet<Integer> others = new TreeSet<>(former.keySet());
        others.addAll(candidates);
        others.addAll(stated);
        for (int other : others) {
            // A pair of which both are queued is compared when the later one's turn comes.
            if (other > atom && uncompared.contains(layer, other)) {
                continue;
            }
            Double bits = null;
            if (stated.contains(other)) {
                bits = STATED;
            } else if (candidates.contains(other)) {
                bits = bits(layer, atom, other);
            }
            set(layer, atom, other, former.get(other), bits);
        }
        // What speaks against a pair without an edge may have changed as well.
        if (edges.any(layer, atom)) {
            scattered.add(layer, atom);
        }
    }

    private void set(int layer, int one, int other, @Nullable Edge before, @Nullable Double bits) {
        if (bits == null) {
            if (before == null) {
                return;
            }
            edges.set(layer, one, other, null);
        } else {
            if (before != null && before.bits() == bits) {
                return;
            }
            Edges.State state = before == null ? Edges.State.OPEN : before.state();
            edges.set(layer, one, other, new Edge(bits, state));
        }
        scattered.add(layer, one);
        scattered.add(layer, other);
    }

    /** The atoms with which the atom shares a key that tells something. */
    SortedSet<Integer> candidates(int layer, int atom) {
        SortedSet<Integer> candidates = new TreeSet<>();
        int site = blocks.site(layer, atom);
        for (long key : blocks.keys(layer, atom)) {
            share(key, blocks.sharers(key, layer), site, candidates, candidate -> true);
            if (layer != Dictionary.ORGANIZATION) {
                share(
                        key,
                        blocks.sharers(key, Dictionary.ORGANIZATION),
                        site,
                        candidates,
                        other -> !atoms.isOverridden(layer, other));
            }
        }
        candidates.remove(atom);
        return candidates;
    }

    private static void share(
            long key,
            List<Blocks.Sharer> sharers,
            int site,
            SortedSet<Integer> candidates,
            IntPredicate condition) {
        if (sharers.size() > Blocks.MOST) {
            return;
        }
        boolean here = Blocks.tellsAtOneSite(key, sharers.size());
        for (Blocks.Sharer other : sharers) {
            boolean elsewhere = site == 0 || site != other.site();
            if ((here || elsewhere) && condition.test(other.atom())) {
                candidates.add(other.atom());
            }
        }
    }

    /** The site of an atom of one identifier; 0 if it has more accounts, or a mere name. */
    private int site(int layer, int atom) {
        List<Integer> accounts = atoms.accounts(layer, atom);
        if (accounts.size() != 1) {
            return 0;
        }
        AccountId account = dictionary.account(accounts.getFirst());
        return account.isName() ? 0 : dictionary.number(account.site().name());
    }

    /** The atoms with which an export joins this one although a member tells some of them apart. */
    private SortedSet<Integer> stated(int layer, int atom) {
        SortedSet<Integer> stated = new TreeSet<>();
        if (!rulings.isEmpty()) {
            for (int account : atoms.accounts(layer, atom)) {
                assertions.each(
                        account,
                        Family.IDENTITY,
                        row -> {
                            if (activity.counts(row, layer) && isStrong(row)) {
                                stated.add(atoms.seen(row.other(), layer));
                            }
                        });
            }
            stated.remove(0);
            stated.remove(atom);
        }
        return stated;
    }

    private boolean isStrong(Row row) {
        return !dictionary.account(row.account()).isName()
                && !dictionary.account(row.other()).isName();
    }

    private @Nullable Double bits(int layer, int one, int other) {
        Judgement judgement = judge(layer, one, other);
        return judgement.verdict() == Verdict.DIFFERENT ? null : judgement.bits();
    }

    /** Weighs what speaks for two atoms being one person in the view of a layer. */
    Judgement judge(int layer, int one, int other) {
        return model().compare(references.of(layer, one), references.of(layer, other));
    }

    IdentityModel model() {
        return rulings.model();
    }
}
