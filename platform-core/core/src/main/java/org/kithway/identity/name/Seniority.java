package org.kithway.identity.name;

/** How high a position is, from lowest to highest. */
public enum Seniority {
    /** Not told by the title. */
    UNKNOWN,
    INTERN,
    JUNIOR,
    /** Neither junior nor senior, and leads nobody. */
    REGULAR,
    SENIOR,
    /** Leads a team or a project, or is a principal expert. */
    LEAD,
    MANAGER,
    DIRECTOR,
    VICE_PRESIDENT,
    /** Member of the board of management: chief officers, managing directors, presidents. */
    EXECUTIVE,
    /** Founders, owners and partners. */
    OWNER
}
