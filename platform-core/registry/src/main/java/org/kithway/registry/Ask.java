package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.model.Site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that a member asks many people, from the member's own accounts.
 *
 * @param title what it is about, in the member's words
 * @param followUp when the member means to look at what came of it
 * @param wordings the texts of which each recipient gets one, by lot
 */
public record Ask(
        String id,
        MemberId member,
        Purpose purpose,
        String title,
        LocalDate followUp,
        Instant created,
        List<Wording> wordings,
        List<Recipient> recipients) {
    public Ask {
        wordings = List.copyOf(wordings);
        recipients = List.copyOf(recipients);
    }

    /** A text that is sent, under a name. */
    public record Wording(String name, String text) {}

    /**
     * One who is asked.
     *
     * @param code what tells the recipient's answer from others', see {@link
     *     org.kithway.experiment.Code}
     * @param site over which the message goes
     * @param sent when; null if not yet
     * @param answeredOver the site over which the answer came, if there was one
     */
    public record Recipient(
            PersonId person,
            String code,
            Site site,
            String wording,
            @Nullable Instant sent,
            @Nullable Instant answered,
            @Nullable Site answeredOver,
            @Nullable Instant declined,
            @Nullable Instant forwarded,
            @Nullable Instant silent,
            @Nullable Instant useful) {}

    /** What may come of an ask. */
    public enum Event {
        SENT,
        ANSWERED,
        DECLINED,
        FORWARDED,
        SILENT,
        USEFUL
    }
}
