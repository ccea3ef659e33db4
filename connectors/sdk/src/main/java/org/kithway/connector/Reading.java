package org.kithway.connector;

import org.kithway.model.Fact;
import org.kithway.model.Place;

import java.util.List;

/**
 * What became of one record of an export, or a word on a file as a whole. Every record ends in
 * exactly one statement, rejection or withholding.
 */
public sealed interface Reading {
    /** Where the record stands; numbers of one entry increase. */
    Place place();

    /**
     * A record that says something. A record that yields any fact is kept, though some of its
     * fields may have been left out.
     *
     * @param facts at least one
     */
    record Statement(Place place, List<Fact> facts) implements Reading {
        public Statement {
            facts = List.copyOf(facts);
            if (facts.isEmpty()) {
                throw new IllegalArgumentException("a statement without facts");
            }
        }
    }

    /**
     * A record that cannot be read; with {@linkplain Place#of(String) record 0}, a file that needs
     * attention as a whole.
     *
     * @param reason what is wrong and how to mend it; quotes no word of the record
     * @param endsFile whether nothing of the file can be read from there on. Such a file takes the
     *     place of no earlier one
     */
    record Rejection(Place place, String reason, boolean endsFile) implements Reading {
        public Rejection(Place place, String reason) {
            this(place, reason, false);
        }
    }

    /**
     * A record that was passed over on purpose.
     *
     * @param rule the privacy rule or the kind of content, such as {@code draft} or {@code
     *     sponsored message}
     */
    record Withheld(Place place, String rule) implements Reading {}

    /**
     * A word on a file that costs no record, such as a column that this connector does not know.
     * Stands before the file's records, at {@linkplain Place#of(String) record 0}.
     *
     * @param text quotes no value of a record
     */
    record Notice(Place place, String text) implements Reading {
        public Notice {
            if (place.record() != 0) {
                throw new IllegalArgumentException("a notice is about a file as a whole");
            }
        }
    }
}
