package org.kithway.identity.name;

/**
 * How far two words, or two groups of words, of two names agree: from worst to best, so that each
 * level is a level of a Fellegi-Sunter comparison. {@link #UNKNOWN} comes first and is no evidence
 * either way.
 */
public enum NameAgreement {
    /** One of the two says nothing. */
    UNKNOWN,
    /** Jane, Mary. */
    DIFFERENT,
    /** J., Jane. */
    INITIAL,
    /** Two slips apart, or as good as: Starkey, Starmer. */
    SIMILAR,
    /** One slip apart, or alike in sound: Jonson, Johnson. */
    SPELLING,
    /** A nickname, or the form of another language: Bill, Guillermo, William. */
    VARIANT,
    /** The same but for marks, script, word breaks or order: José, Jose; Müller, Mueller. */
    WRITTEN,
    /** The same letters. */
    EXACT
}
