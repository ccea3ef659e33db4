package org.kithway.identity;

/** What follows from a {@link Judgement}. */
public enum Verdict {
    /** One person. */
    SAME,
    /** For a member to review. */
    DOUBTFUL,
    /** Two people. */
    DIFFERENT
}
