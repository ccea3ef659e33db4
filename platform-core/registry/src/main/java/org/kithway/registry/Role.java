package org.kithway.registry;

/** What a member may do; each role may do all that those before it may. */
public enum Role {
    /** Imports own archives, asks questions. */
    MEMBER,
    /** Also sees what describes the organization's network as a whole. */
    ANALYST,
    /** Also manages members and imports for others. */
    ADMIN;

    /** Whether this role may do what {@code needed} may. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
