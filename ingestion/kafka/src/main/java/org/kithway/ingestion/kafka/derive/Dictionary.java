package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Layer;
import org.kithway.model.PersonId;
import org.kithway.model.Site;

import java.util.ArrayList;
import java.util.List;

/**
 * Short numbers, from 1, for the texts that stand in many rows: accounts, people, imports, kinds of
 * file, paths, layers. Numbers of things that are met together lie close together, which keeps the
 * rows that are written together close together.
 */
final class Dictionary {
    /** The number of the organization's layer; members' layers have greater ones. */
    static final int ORGANIZATION = 0;

    private static final int RECENT = 1 << 14;

    private final MVMap<String, Integer> numbers;
    private final MVMap<Integer, String> texts;

    /** Accounts that were asked for lately; the same ones are asked for again and again. */
    private final @Nullable Known[] recent = new Known[RECENT];

    Dictionary(MVMap<String, Integer> numbers, MVMap<Integer, String> texts) {
        this.numbers = numbers;
        this.texts = texts;
    }

    private record Known(int number, AccountId account) {}

    /** The text's number, a new one if it has none. */
    int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        Integer last = texts.lastKey();
        int next = last == null ? 1 : last + 1;
        numbers.put(text, next);
        texts.put(next, text);
        return next;
    }

    /** The text's number, or 0 if it has none. */
    int find(String text) {
        Integer known = numbers.get(text);
        return known == null ? 0 : known;
    }

    String text(int number) {
        String text = texts.get(number);
        if (text == null) {
            throw new IllegalStateException("number " + number + " stands for nothing");
        }
        return text;
    }

    /** For the writing thread. */
    AccountId account(int number) {
        int slot = number % recent.length;
        Known known = recent[slot];
        if (known == null || known.number != number) {
            known = new Known(number, AccountId.parse(text(number)));
            recent[slot] = known;
        }
        return known.account;
    }

    PersonId person(int number) {
        return new PersonId(text(number));
    }

    int number(Layer layer) {
        return layer.isOrganization() ? ORGANIZATION : number(layer.toString());
    }

    Layer layer(int number) {
        return number == ORGANIZATION ? Layer.ORGANIZATION : Layer.parse(text(number));
    }

    /** Forgets a text that stands in no row any more. */
    void forget(int number) {
        String text = texts.remove(number);
        if (text != null) {
            recent[number % recent.length] = null;
            numbers.remove(text);
        }
    }

    /** The numbers of the accounts that are members. */
    List<Integer> members() {
        String prefix = Site.KITHWAY + ":";
        List<Integer> found = new ArrayList<>();
        Cursor<String, Integer> cursor = numbers.cursor(prefix);
        while (cursor.hasNext() && cursor.next().startsWith(prefix)) {
            found.add(cursor.getValue());
        }
        return found;
    }
}
