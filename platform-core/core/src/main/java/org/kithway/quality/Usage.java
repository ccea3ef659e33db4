package org.kithway.quality;

import org.kithway.model.PersonId;

/**
 * How somebody uses the networks, from what went between that person and the contacts.
 *
 * @param person whose use it is
 * @param contacts with whom there is a tie
 * @param wroteTo contacts to whom anything went
 * @param heardFrom contacts from whom anything came
 * @param both contacts with whom both happened
 * @param sent private messages to contacts
 * @param received private messages from contacts
 * @param recent contacts of whom there was a sign of life within a year
 */
public record Usage(
        PersonId person,
        int contacts,
        int wroteTo,
        int heardFrom,
        int both,
        long sent,
        long received,
        int recent) {
    /** A third of all contacts or more is many to talk with. */
    private static final double MANY = 1.0 / 3;

    /** One direction outweighs the other if it has so many times its messages. */
    private static final double OUTWEIGHS = 2;

    private static final int ENOUGH_MESSAGES = 10;

    /** What stands out; the first that applies. */
    public enum Type {
        /** Nothing is known to have gone either way. */
        COLLECTOR,
        /** There was traffic, but none within a year. */
        DORMANT,
        /** Few are written to: most contacts are only kept. */
        KEEPER,
        /** Twice as many messages go out as come in, or more. */
        SENDER,
        /** Twice as many messages come in as go out, or more. */
        SOUGHT,
        /** About as many messages go out as come in. */
        CONVERSATIONALIST
    }

    public Type type() {
        if (wroteTo + heardFrom == 0) {
            return Type.COLLECTOR;
        }
        if (recent == 0) {
            return Type.DORMANT;
        }
        if (both < MANY * contacts) {
            return Type.KEEPER;
        }
        if (sent + received >= ENOUGH_MESSAGES && sent >= OUTWEIGHS * received) {
            return Type.SENDER;
        }
        if (sent + received >= ENOUGH_MESSAGES && received >= OUTWEIGHS * sent) {
            return Type.SOUGHT;
        }
        return Type.CONVERSATIONALIST;
    }

    /** The share of those written to from whom anything came; NaN if nobody was. */
    public double response() {
        return (double) both / wroteTo;
    }

    /** The share of contacts with a sign of life within a year; NaN without contacts. */
    public double activity() {
        return (double) recent / contacts;
    }

    /** From -1, where all messages come in, to 1, where all go out; NaN without messages. */
    public double direction() {
        return (double) (sent - received) / (sent + received);
    }
}
