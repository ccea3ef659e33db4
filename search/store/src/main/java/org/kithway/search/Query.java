package org.kithway.search;

import java.util.List;

/** A question in the query grammar, taken apart. {@link QueryParser} makes it of text. */
public sealed interface Query {
    /** Matches everybody. */
    record All() implements Query {}

    /** A word in any of the fields. */
    record Word(String text) implements Query {}

    /** Words that stand together, in any of the fields. */
    record Phrase(String text) implements Query {}

    /**
     * A word or phrase in one field; for {@link Field#SINCE} a year, or a range such as {@code
     * 2015..2020}.
     */
    record In(Field field, String text, boolean phrase) implements Query {}

    record And(List<Query> parts) implements Query {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<Query> parts) implements Query {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Query part) implements Query {}
}
