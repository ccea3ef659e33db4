package org.kithway.connector;

/**
 * Something that a site lets one person do about another: how to ask on one hop of a route.
 *
 * @param towards whom the site lets one do it to
 */
public record Affordance(Action action, Towards towards) {
    /** What can be done. */
    public enum Action {
        /** Ask a common contact for an introduction. */
        INTRODUCTION,
        /** Write in private, at the site or by mail. */
        MESSAGE,
        /** Follow what the other publishes, without being asked back. */
        FOLLOW,
        /** Answer in public to what the other published. */
        COMMENT,
        /** Address the other in public by name. */
        MENTION,
        /** Call or send a short message to a telephone. */
        CALL
    }

    /** Whom it can be done to. */
    public enum Towards {
        /** Those who confirmed that they know the asker, or whose address the asker has. */
        CONTACTS,
        /** Those who follow the asker. */
        FOLLOWERS,
        /** Members of a group or workspace that both belong to. */
        SHARED_GROUP,
        ANYONE
    }
}
