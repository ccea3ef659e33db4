package org.kithway.identity.name;

/** How far two organizations' names agree, from worst to best. */
public enum OrganizationAgreement {
    /** One of the two names no employer. */
    UNKNOWN,
    /** Siemens, Bosch. */
    DIFFERENT,
    /** A part, a parent or a sister: Siemens Healthineers, Siemens. */
    RELATED,
    /** One is the initials of the other: IBM, International Business Machines. */
    ACRONYM,
    /** Alike but for a slip. */
    SPELLING,
    /** The same but for legal form, abbreviations, case and marks. */
    SAME
}
