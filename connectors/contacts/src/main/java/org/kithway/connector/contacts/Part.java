package org.kithway.connector.contacts;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** A file of the export: either how to read it, or what keeps it from being read. */
sealed interface Part {
    String entry();

    /** Whose address book it is: a later one of the same program takes an earlier one's place. */
    String kind();

    /** A file of vCards. */
    record VCards(String entry, String kind) implements Part {
        /** Cards of no program that is told apart. */
        static final String PLAIN = "vcard";

        /** Null if the text does not begin with a card. */
        static @Nullable VCards of(String entry, String head) {
            String text = head.stripLeading();
            if (!text.regionMatches(true, 0, "BEGIN:VCARD", 0, 11)) {
                return null;
            }
            String upper = text.toUpperCase(Locale.ROOT);
            boolean apple = upper.contains("\nPRODID:-//APPLE") || upper.contains("\nX-ABUID:");
            boolean outlook = upper.contains("\nX-MS-OL-");
            return new VCards(entry, apple ? "apple" : outlook ? "outlook" : PLAIN);
        }
    }

    /**
     * A table.
     *
     * @param separator what stands between cells
     * @param columns where its columns stand
     */
    record Table(String entry, char separator, Columns columns) implements Part {
        private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

        /** Null if the text does not begin with a header that is known. */
        static @Nullable Table of(String entry, String head) {
            for (char separator : SEPARATORS) {
                Columns columns = Columns.of(CsvFile.firstRecord(head, separator));
                if (columns != null) {
                    return new Table(entry, separator, columns);
                }
            }
            return null;
        }

        @Override
        public String kind() {
            return columns.kind();
        }
    }

    record Faulty(String entry, String kind, String fault) implements Part {}
}
