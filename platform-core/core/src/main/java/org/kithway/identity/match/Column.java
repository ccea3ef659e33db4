package org.kithway.identity.match;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One field of all records: equal values are kept once, in lower case and without marks, with how
 * often each occurs.
 */
public final class Column {
    private static final int NOTHING = -1;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String name;
    private final FieldKind kind;
    private final int[] ids;
    private final List<String> values = new ArrayList<>();
    private final int[] counts;
    private final int filled;
    private final Words words;

    /**
     * @param values by record; null or blank where a record says nothing
     */
    public Column(String name, FieldKind kind, List<? extends @Nullable String> values) {
        this.name = name;
        this.kind = kind;
        this.ids = new int[values.size()];
        Map<String, Integer> known = new HashMap<>();
        int present = 0;
        int[] count = new int[values.size()];
        for (int record = 0; record < ids.length; record++) {
            String value = values.get(record);
            String plain = value == null ? "" : plain(value);
            if (plain.isEmpty()) {
                ids[record] = NOTHING;
                continue;
            }
            Integer id = known.get(plain);
            if (id == null) {
                id = this.values.size();
                known.put(plain, id);
                this.values.add(plain);
            }
            ids[record] = id;
            count[id]++;
            present++;
        }
        this.counts = Arrays.copyOf(count, this.values.size());
        this.filled = present;
        this.words = new Words(split(), counts, filled);
    }

    private List<String[]> split() {
        return switch (kind) {
            case TEXT -> this.values.stream().map(Column::words).toList();
            case PEOPLE -> this.values.stream().map(Column::people).toList();
            case LIST -> this.values.stream().map(Column::list).toList();
            case GIVEN_NAME, FAMILY_NAME, DATE, PLACE, ADDRESS, NUMBER, CODE, CATEGORY, MAIL ->
                    List.of();
        };
    }

    private String plain(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        String bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        String spaced = SPACES.matcher(bare).replaceAll(" ").strip();
        return switch (kind) {
            case GIVEN_NAME, FAMILY_NAME, PLACE, ADDRESS, CODE, NUMBER ->
                    WORDS.matcher(spaced).replaceAll("");
            case DATE, CATEGORY, MAIL, TEXT, PEOPLE, LIST -> spaced;
        };
    }

    private static String[] words(String text) {
        return Arrays.stream(WORDS.split(text))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }

    /** Each by the initial of the first word and the last word. */
    private static String[] people(String text) {
        return Arrays.stream(text.split(","))
                .map(Column::words)
                .filter(names -> names.length > 0)
                .map(names -> names[0].charAt(0) + " " + names[names.length - 1])
                .distinct()
                .toArray(String[]::new);
    }

    private static String[] list(String text) {
        return Arrays.stream(text.split(","))
                .map(person -> String.join(" ", words(person)))
                .filter(person -> !person.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }

    public String name() {
        return name;
    }

    public FieldKind kind() {
        return kind;
    }

    /** How many records there are. */
    public int size() {
        return ids.length;
    }

    boolean isMissing(int record) {
        return ids[record] == NOTHING;
    }

    /** The value of a record that has one. */
    String value(int record) {
        return values.get(ids[record]);
    }

    /** The share of records with this record's value among those that have any. */
    double share(int record) {
        return (double) counts[ids[record]] / filled;
    }

    /** The same field of groups of records, which say what any of them says. */
    public Column grouped(List<? extends Collection<Integer>> groups) {
        List<String> together = new ArrayList<>();
        for (Collection<Integer> group : groups) {
            SortedSet<String> distinct = new TreeSet<>();
            for (int record : group) {
                if (!isMissing(record)) {
                    distinct.add(value(record));
                }
            }
            together.add(String.join(kind == FieldKind.TEXT ? " " : ",", distinct));
        }
        return new Column(name, kind, together);
    }

    /** The words of a record that has any, the rarest first. */
    String[] rarest(int record) {
        return words.rarest(ids[record]);
    }

    /** The level that two records reach, or {@link Comparison#MISSING}. */
    int level(int one, int other) {
        int a = ids[one];
        int b = ids[other];
        if (a == NOTHING || b == NOTHING) {
            return Comparison.MISSING;
        }
        if (a == b && kind != FieldKind.LIST) {
            return 0;
        }
        return switch (kind) {
            case TEXT, PEOPLE -> words.level(a, b, kind.last());
            case LIST -> words.common(a, b);
            case GIVEN_NAME, FAMILY_NAME, DATE, PLACE, ADDRESS, NUMBER, CODE, CATEGORY, MAIL ->
                    Levels.of(kind, values.get(a), values.get(b));
        };
    }
}
