package org.kithway.identity.match;

import java.util.List;

/**
 * What a field means, which decides how it is compared. The shares are what is usual in registers
 * of people with errors; estimation draws them to the data's own.
 */
public enum FieldKind {
    GIVEN_NAME(
            new Level("same", 0.68, 0.01),
            new Level("one slip apart", 0.15, 0.005),
            new Level("alike", 0.09, 0.02),
            new Level("beginning alike", 0.03, 0.02),
            new Level("different", 0.05, 0.945)),
    FAMILY_NAME(
            new Level("same", 0.68, 0.003),
            new Level("one slip apart", 0.15, 0.003),
            new Level("alike", 0.09, 0.01),
            new Level("beginning alike", 0.03, 0.015),
            new Level("different", 0.05, 0.969)),
    DATE(
            new Level("same", 0.70, 0.0001),
            new Level("one slip apart", 0.12, 0.002),
            new Level("two parts of three the same", 0.04, 0.003),
            new Level("near", 0.06, 0.005),
            new Level("one part the same", 0.03, 0.12),
            new Level("different", 0.05, 0.8699)),
    PLACE(
            new Level("same", 0.70, 0.01),
            new Level("one slip apart", 0.12, 0.003),
            new Level("alike", 0.10, 0.02),
            new Level("different", 0.08, 0.967)),
    ADDRESS(
            new Level("same", 0.70, 0.002),
            new Level("one slip apart", 0.12, 0.001),
            new Level("alike", 0.10, 0.02),
            new Level("different", 0.08, 0.977)),
    NUMBER(
            new Level("same", 0.80, 0.02),
            new Level("one slip apart", 0.10, 0.08),
            new Level("different", 0.10, 0.90)),
    CODE(
            new Level("same", 0.80, 0.001),
            new Level("one slip apart", 0.10, 0.001),
            new Level("two slips apart", 0.04, 0.01),
            new Level("different", 0.06, 0.988)),
    CATEGORY(new Level("same", 0.90, 0.20), new Level("different", 0.10, 0.80)),
    MAIL(
            new Level("same", 0.70, 0.0002),
            new Level("two slips apart at most", 0.12, 0.0002),
            new Level("same mailbox at another host", 0.05, 0.0005),
            new Level("alike", 0.05, 0.003),
            new Level("different", 0.08, 0.9961)),
    /** Words in an order: titles of works, descriptions. */
    TEXT(
            new Level("same words", 0.70, 0.0001),
            new Level("nearly the same words", 0.15, 0.0003),
            new Level("most words the same", 0.08, 0.001),
            new Level("some words the same", 0.04, 0.02),
            new Level("few words the same", 0.02, 0.1),
            new Level("no word the same", 0.01, 0.8786)),
    /** Names of several people, separated by commas: authors. */
    PEOPLE(
            new Level("same people", 0.80, 0.0002),
            new Level("nearly the same people", 0.08, 0.0003),
            new Level("most people the same", 0.05, 0.001),
            new Level("some people the same", 0.05, 0.01),
            new Level("nobody the same", 0.02, 0.9885)),
    /** Names of which each that two records share tells something: co-authors, places of work. */
    LIST(
            new Level("several in common", 0.25, 0.0002),
            new Level("a rare one in common", 0.15, 0.0003),
            new Level("one in common", 0.05, 0.001),
            new Level("a frequent one in common", 0.05, 0.002),
            new Level("none in common", 0.50, 0.9965));

    private final Comparison prior;

    FieldKind(Level... levels) {
        this.prior = new Comparison(name(), List.of(levels));
    }

    /** The shipped levels under the field's name. */
    public Comparison prior(String field) {
        return new Comparison(field, prior.levels());
    }

    /** Whether it is one of the parts of a name that people write in another order. */
    boolean isName() {
        return this == GIVEN_NAME || this == FAMILY_NAME;
    }

    /** Whether some of its values are so much more frequent than others that it matters. */
    boolean isValue() {
        return switch (this) {
            case GIVEN_NAME, FAMILY_NAME, PLACE, ADDRESS, NUMBER, CODE, CATEGORY, MAIL -> true;
            case DATE, TEXT, PEOPLE, LIST -> false;
        };
    }

    /** The level at which nothing agrees. */
    int last() {
        return prior.levels().size() - 1;
    }
}
