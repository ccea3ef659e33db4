package org.kithway.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One immutable statement that an export makes. Private messages are counted, never quoted: there
 * is no place for their text here.
 *
 * <p>Texts are trimmed and never blank; a fact that would say nothing cannot be made. A fact about
 * two accounts names two different ones. Times lie in the years 1 to 9999, so that every store can
 * hold them.
 */
public sealed interface Fact {
    /** Longest text that a fact carries, in characters; longer ones are cut by {@link #clip}. */
    int LONGEST_TEXT = 20_000;

    /** First second of the year 1, counted from 1970. */
    long FIRST_SECOND = -62_135_596_800L;

    /** Last second of the year 9999, counted from 1970. */
    long LAST_SECOND = 253_402_300_799L;

    /** The account that this fact is first of all about. */
    AccountId subject();

    /** The second account of a fact about two, else null. */
    default @Nullable AccountId object() {
        return null;
    }

    /** A person's own description of one kind: the account's name, headline, place and so on. */
    record Described(AccountId subject, Trait trait, String text) implements Fact {
        public Described {
            text = required(text);
        }
    }

    /** What {@link Described} tells. */
    enum Trait {
        NAME,
        HEADLINE,
        SUMMARY,
        INDUSTRY,
        PLACE,
        LANGUAGE
    }

    /**
     * Work for an organization.
     *
     * @param organization or null where the export gives the title alone
     * @param title or null where the export gives the organization alone; one of both is given
     * @param from null where unknown
     * @param to null where the work goes on or its end is unknown
     * @param asOf the day on which this was the present position, for contacts whose dates are
     *     unknown; else null
     */
    record Position(
            AccountId subject,
            @Nullable String organization,
            @Nullable String title,
            @Nullable String description,
            @Nullable String place,
            @Nullable PartialDate from,
            @Nullable PartialDate to,
            @Nullable PartialDate asOf)
            implements Fact {
        public Position {
            organization = optional(organization);
            title = optional(title);
            description = optional(description);
            place = optional(place);
            if (organization == null && title == null) {
                throw new IllegalArgumentException("position has neither organization nor title");
            }
        }
    }

    /** Learning at a school. */
    record Education(
            AccountId subject,
            String school,
            @Nullable String degree,
            @Nullable String notes,
            @Nullable PartialDate from,
            @Nullable PartialDate to)
            implements Fact {
        public Education {
            school = required(school);
            degree = optional(degree);
            notes = optional(notes);
        }
    }

    /** A skill that a person claims. */
    record Skill(AccountId subject, String skill) implements Fact {
        public Skill {
            skill = required(skill);
        }
    }

    /** An organization, group or topic that a person follows. */
    record Interest(AccountId subject, Topic topic, String name, @Nullable Instant since)
            implements Fact {
        public Interest {
            name = required(name);
            inTime(since);
        }
    }

    /** What an {@link Interest} is in. */
    enum Topic {
        ORGANIZATION,
        GROUP,
        HASHTAG
    }

    /** A text that a person published for all to see. */
    record Published(
            AccountId subject, Form form, String text, @Nullable String url, @Nullable Instant at)
            implements Fact {
        public Published {
            text = required(text);
            url = optional(url);
            inTime(at);
        }
    }

    /** What was {@link Published}. */
    enum Form {
        POST,
        COMMENT,
        ARTICLE
    }

    /** Two accounts belong to one person, as an export itself states. */
    record SameAs(AccountId subject, AccountId object) implements Fact {
        public SameAs {
            distinct(subject, object);
            if (subject.compareTo(object) > 0) {
                AccountId lesser = object;
                object = subject;
                subject = lesser;
            }
        }
    }

    /** Both confirmed that they know each other. */
    record Connected(AccountId subject, AccountId object, @Nullable PartialDate since)
            implements Fact {
        public Connected {
            distinct(subject, object);
            if (subject.compareTo(object) > 0) {
                AccountId lesser = object;
                object = subject;
                subject = lesser;
            }
        }
    }

    /** The subject asked the object to connect; the outcome is unknown. */
    record Invited(AccountId subject, AccountId object, @Nullable Instant at) implements Fact {
        public Invited {
            distinct(subject, object);
            inTime(at);
        }
    }

    /** The subject follows the object, who need not know. */
    record Follows(AccountId subject, AccountId object, @Nullable PartialDate since)
            implements Fact {
        public Follows {
            distinct(subject, object);
        }
    }

    /**
     * The subject keeps the object in an address book, under a name; the object need not know, nor
     * remember the subject.
     */
    record Keeps(AccountId subject, AccountId object) implements Fact {
        public Keeps {
            distinct(subject, object);
        }
    }

    /**
     * The subject wrote to the object, in private.
     *
     * @param participants all who took part, sender included, at least 2; each further one dilutes
     *     the message
     * @param ordinal 0 for the first message of this pair at this time, 1 for the next: clocks of
     *     exports are coarse
     */
    record Messaged(AccountId subject, AccountId object, Instant at, int participants, int ordinal)
            implements Fact {
        public Messaged {
            distinct(subject, object);
            inTime(at);
            if (participants < 2) {
                throw new IllegalArgumentException("participants < 2");
            }
            if (ordinal < 0) {
                throw new IllegalArgumentException("ordinal < 0");
            }
        }
    }

    /** The subject answered, mentioned or reacted to the object in public. */
    record Interacted(AccountId subject, AccountId object, Act act, @Nullable Instant at)
            implements Fact {
        public Interacted {
            distinct(subject, object);
            inTime(at);
        }
    }

    /** How somebody {@link Interacted}. */
    enum Act {
        COMMENT,
        REACTION,
        MENTION,
        REPLY,
        SHARE,
        TAG
    }

    /** The subject vouches that the object has a skill. */
    record Endorsed(AccountId subject, AccountId object, String skill, @Nullable Instant at)
            implements Fact {
        public Endorsed {
            distinct(subject, object);
            skill = required(skill);
            inTime(at);
        }
    }

    /**
     * The subject recommends the object.
     *
     * @param text what the recommendation says, where it is public; else null
     */
    record Recommended(
            AccountId subject, AccountId object, @Nullable String text, @Nullable Instant at)
            implements Fact {
        public Recommended {
            distinct(subject, object);
            text = optional(text);
            inTime(at);
        }
    }

    /**
     * The text without surrounding blanks, cut to {@link #LONGEST_TEXT} characters; whole
     * characters only. Halves of characters, which no encoding can write, become U+FFFD.
     */
    static String clip(String text) {
        String trimmed = whole(text.strip());
        if (trimmed.length() <= LONGEST_TEXT) {
            return trimmed;
        }
        int end =
                Character.isHighSurrogate(trimmed.charAt(LONGEST_TEXT - 1))
                        ? LONGEST_TEXT - 1
                        : LONGEST_TEXT;
        return trimmed.substring(0, end);
    }

    private static String whole(String text) {
        if (!holdsSurrogate(text)) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().map(c -> isHalf(c) ? 0xfffd : c).forEach(whole::appendCodePoint);
        return whole.toString();
    }

    /** Asked of every text that is read: without a stream. */
    private static boolean holdsSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static void inTime(@Nullable Instant at) {
        if (at != null
                && (at.getEpochSecond() < FIRST_SECOND || at.getEpochSecond() > LAST_SECOND)) {
            throw new IllegalArgumentException("time is not in the years 1 to 9999");
        }
    }

    private static String required(String text) {
        String clipped = clip(text);
        if (clipped.isEmpty()) {
            throw new IllegalArgumentException("text is blank");
        }
        return clipped;
    }

    private static @Nullable String optional(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clipped = clip(text);
        return clipped.isEmpty() ? null : clipped;
    }

    private static void distinct(AccountId one, AccountId other) {
        if (one.equals(other)) {
            throw new IllegalArgumentException("both ends are the same account");
        }
    }
}
