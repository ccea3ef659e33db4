package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.MVMap;

import java.util.ArrayList;
import java.util.List;

/**
 * Which account belongs to which person. A member's layer holds only the member's own people: those
 * who have an account of which the member's private imports speak. All others are seen as the
 * organization sees them.
 */
final class People {
    // account, layer -> person
    private final MVMap<byte[], byte[]> personOf;
    // layer, person, account
    private final MVMap<byte[], byte[]> accountsOf;

    People(MVMap<byte[], byte[]> personOf, MVMap<byte[], byte[]> accountsOf) {
        this.personOf = personOf;
        this.accountsOf = accountsOf;
    }

    /** The person in exactly this layer, or 0. */
    int person(int account, int layer) {
        byte[] person = personOf.get(Keys.of(account, layer));
        return person == null ? 0 : Keys.number(person, 0);
    }

    /** The person whom those see who see the layer, or 0. */
    int seen(int account, int layer) {
        int own = person(account, layer);
        return own != 0 || layer == Dictionary.ORGANIZATION
                ? own
                : person(account, Dictionary.ORGANIZATION);
    }

    /** The accounts of a person in exactly this layer. */
    List<Integer> accounts(int layer, int person) {
        List<Integer> accounts = new ArrayList<>();
        for (Keys.Entry entry : Keys.under(accountsOf, Keys.of(layer, person))) {
            accounts.add(Keys.number(entry.key(), 2 * Integer.BYTES));
        }
        return accounts;
    }

    boolean isOwn(int layer, int person) {
        return Keys.under(accountsOf, Keys.of(layer, person)).iterator().hasNext();
    }

    /** Whether a person of the organization's layer is replaced or hidden in a member's. */
    boolean isOverridden(int layer, int person) {
        for (int account : accounts(Dictionary.ORGANIZATION, person)) {
            if (person(account, layer) != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The accounts of a person as those see them who see the layer; none if they see no such one.
     */
    List<Integer> accountsSeen(int layer, int person) {
        List<Integer> own = accounts(layer, person);
        if (!own.isEmpty() || layer == Dictionary.ORGANIZATION || isOverridden(layer, person)) {
            return own;
        }
        return accounts(Dictionary.ORGANIZATION, person);
    }

    /** The members' layers in which the account belongs to one of the member's own people. */
    List<Integer> layers(int account) {
        List<Integer> layers = new ArrayList<>();
        for (Keys.Entry entry : Keys.under(personOf, Keys.of(account))) {
            int layer = Keys.number(entry.key(), Integer.BYTES);
            if (layer != Dictionary.ORGANIZATION) {
                layers.add(layer);
            }
        }
        return layers;
    }

    /** Each person of each layer once. */
    void all(Runnable afterSome, LayerConsumer action) {
        byte[] last = null;
        int some = 0;
        while (true) {
            byte[] next = last == null ? accountsOf.firstKey() : accountsOf.higherKey(last);
            if (next == null) {
                return;
            }
            int layer = Keys.number(next, 0);
            int person = Keys.number(next, Integer.BYTES);
            action.accept(layer, person);
            last = Keys.of(layer, person, Integer.MAX_VALUE);
            some++;
            if (some % 10_000 == 0) {
                afterSome.run();
            }
        }
    }

    interface LayerConsumer {
        void accept(int layer, int person);
    }

    /** How many accounts belong to somebody in exactly this layer; O(log n). */
    int count(int layer) {
        return Keys.count(accountsOf, Keys.of(layer));
    }

    /** Whether any member has own people. */
    boolean hasMembers() {
        byte[] last = accountsOf.lastKey();
        return last != null && Keys.number(last, 0) != Dictionary.ORGANIZATION;
    }

    boolean isAnybody(int account) {
        return Keys.under(personOf, Keys.of(account)).iterator().hasNext();
    }

    /** Makes the account the person's in this layer, or nobody's if the person is 0. */
    void assign(int account, int layer, int person) {
        byte[] key = Keys.of(account, layer);
        byte[] before = person == 0 ? personOf.remove(key) : personOf.put(key, Keys.of(person));
        if (before != null) {
            accountsOf.remove(Keys.of(layer, Keys.number(before, 0), account));
        }
        if (person != 0) {
            accountsOf.put(Keys.of(layer, person, account), Keys.NOTHING);
        }
    }
}
