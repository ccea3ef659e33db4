package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.MVMap;
import org.kithway.identity.Contacts;
import org.kithway.identity.Reference;
import org.kithway.identity.ReferenceReader;
import org.kithway.ingestion.kafka.derive.Row.Family;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.IntConsumer;

/** What is known of atoms that tells who they are, from the facts that count in a layer. */
final class References {
    /** Whoever has more contacts than these is told by none of them. */
    private static final int CONTACTS = 20_000;

    /** More facts of one account's profile than these say nothing more of who it is. */
    private static final int FACTS = 500;

    /** Whom so many facts tie to others is known by all, for what that tells. */
    private static final int COUNTED = 1 << 17;

    private static final int HELD = 40_000;

    private final Assertions assertions;
    private final Activity activity;
    private final People atoms;
    private final Dictionary dictionary;
    private final Moves moves;
    private final ReferenceReader reader = new ReferenceReader();
    // layer, atom -> the logarithm to base 2 of how many know it
    private final MVMap<byte[], byte[]> known;
    // With contacts, and without them: who knows whom changes while profiles stay as they are.
    private final Map<Long, Reference> held = new HashMap<>();
    private final LinkedHashMap<Long, Reference> profiles = new LinkedHashMap<>(16, 0.75f, true);

    References(DerivedState state, Moves moves) {
        this.assertions = state.assertions();
        this.activity = state.activity();
        this.atoms = state.atoms();
        this.dictionary = state.dictionary();
        this.known = state.known();
        this.moves = moves;
    }

    /** Forgets what it holds: facts or atoms may have changed. */
    void refresh() {
        held.clear();
        profiles.clear();
    }

    /** Forgets whom it knows to know whom. */
    void refreshContacts() {
        held.clear();
    }

    /** What those know of the atom who see the layer. */
    Reference of(int layer, int atom) {
        long key = (long) layer << Integer.SIZE | atom;
        Reference found = held.get(key);
        if (found == null) {
            if (held.size() >= HELD) {
                held.clear();
            }
            found = build(layer, atom);
            held.put(key, found);
        }
        return found;
    }

    /** The same without contacts. */
    Reference withoutContacts(int layer, int atom) {
        long key = (long) layer << Integer.SIZE | atom;
        Reference found = profiles.get(key);
        if (found == null) {
            if (profiles.size() >= HELD) {
                profiles.pollFirstEntry();
            }
            List<AccountId> accounts = new ArrayList<>();
            List<Fact> facts = new ArrayList<>();
            for (int account : atoms.accountsSeen(layer, atom)) {
                accounts.add(dictionary.account(account));
                profile(layer, account, facts);
            }
            found = reader.read(accounts, facts);
            profiles.put(key, found);
        }
        return found;
    }

    private Reference build(int layer, int atom) {
        return withoutContacts(layer, atom).with(contacts(layer, atom));
    }

    private Contacts contacts(int layer, int atom) {
        Map<Integer, Integer> contacts = new HashMap<>();
        for (int account : atoms.accountsSeen(layer, atom)) {
            SortedSet<Integer> neighbours = moves.neighbours(layer, account, CONTACTS + 1);
            if (neighbours.size() > CONTACTS) {
                return Contacts.NONE;
            }
            for (int neighbour : neighbours) {
                contacts.computeIfAbsent(
                        atoms.seen(neighbour, layer), contact -> knownBy(layer, contact));
            }
        }
        contacts.remove(0);
        contacts.remove(atom);
        return Contacts.of(atom, contacts);
    }

    private int knownBy(int layer, int atom) {
        byte[] value = known.get(Keys.of(layer, atom));
        if (value == null && layer != Dictionary.ORGANIZATION) {
            value = known.get(Keys.of(Dictionary.ORGANIZATION, atom));
        }
        return value == null ? 1 : 1 << value[0];
    }

    /**
     * Counts how many know the atom; the least power of two that is not below it is all that
     * matters.
     *
     * @return whether that is another one than before
     */
    boolean count(int layer, int atom) {
        byte[] key = Keys.of(layer, atom);
        if (!atoms.isOwn(layer, atom)) {
            return known.remove(key) != null;
        }
        Set<Integer> contacts = new HashSet<>();
        boolean all =
                eachContact(
                        layer, atom, COUNTED, account -> contacts.add(atoms.seen(account, layer)));
        contacts.remove(0);
        contacts.remove(atom);
        int count = all ? contacts.size() : COUNTED;
        byte[] now = {
            (byte) (count <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(count - 1))
        };
        return !Arrays.equals(known.put(key, now), now);
    }

    /** The accounts of those who know the atom, some of them more than once. */
    void eachContact(int layer, int atom, IntConsumer action) {
        eachContact(layer, atom, Integer.MAX_VALUE, action);
    }

    /** False if the facts are not fewer than the most. */
    private boolean eachContact(int layer, int atom, int most, IntConsumer action) {
        int[] left = {most};
        for (int account : atoms.accountsSeen(layer, atom)) {
            for (Family family : List.of(Family.VOUCHER, Family.TIE)) {
                boolean enough =
                        assertions.any(
                                account,
                                family,
                                row -> {
                                    if (activity.counts(row, layer)) {
                                        action.accept(row.other());
                                        left[0]--;
                                    }
                                    return left[0] <= 0;
                                });
                if (enough) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Each fact of the account's profile once; published texts tell nothing of who it is. */
    private void profile(int layer, int account, List<Fact> facts) {
        Row[] last = {null};
        int most = facts.size() + FACTS;
        assertions.any(
                account,
                Family.PROFILE,
                row -> {
                    if (activity.counts(row, layer)
                            && (last[0] == null || !last[0].sameFact(row))) {
                        last[0] = row;
                        Fact fact = row.fact(dictionary);
                        if (!(fact instanceof Fact.Published)) {
                            facts.add(fact);
                        }
                    }
                    return facts.size() >= most;
                });
    }
}
