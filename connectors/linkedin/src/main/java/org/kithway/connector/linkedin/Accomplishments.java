package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The profile's further sections, and what the owner follows. A certificate is learning at whoever
 * gave it; a voluntary or a society's post is a position; what a section describes in words is a
 * text that the profile shows to all.
 */
final class Accomplishments {
    private static final AccountId I = AccountId.OWNER;

    private Accomplishments() {}

    /** {@code Certifications.csv}. */
    static Reading certification(Row row) throws UnreadableCell {
        String authority = row.text("Authority");
        return row.keep(
                authority == null
                        ? new Fact.Skill(I, row.need("Name"))
                        : new Fact.Education(
                                I,
                                authority,
                                row.text("Name"),
                                null,
                                row.date("Started On"),
                                row.date("Finished On")));
    }

    /** {@code Courses.csv}. */
    static Reading course(Row row) throws UnreadableCell {
        return row.keep(new Fact.Skill(I, row.need("Name")));
    }

    /** {@code Languages.csv}. */
    static Reading language(Row row) throws UnreadableCell {
        return row.keep(new Fact.Described(I, Fact.Trait.LANGUAGE, row.need("Name")));
    }

    /** {@code Volunteering.csv}; the cause that somebody volunteers for is left alone. */
    static Reading volunteering(Row row) throws UnreadableCell {
        return post(row, "Company Name", "Role");
    }

    /** {@code Organizations.csv}. */
    static Reading organization(Row row) throws UnreadableCell {
        return post(row, "Name", "Position");
    }

    private static Reading post(Row row, String organization, String title) throws UnreadableCell {
        if (row.text(organization) == null && row.text(title) == null) {
            throw new UnreadableCell(
                    "columns '" + organization + "' and '" + title + "' are blank");
        }
        return row.keep(
                new Fact.Position(
                        I,
                        row.text(organization),
                        row.text(title),
                        row.text("Description"),
                        null,
                        row.date("Started On"),
                        row.date("Finished On"),
                        null));
    }

    /** {@code Projects.csv}. */
    static Reading project(Row row) throws UnreadableCell {
        return text(row, "Title", row.has("Started On") ? "Started On" : "Start Date");
    }

    /** {@code Publications.csv}. */
    static Reading publication(Row row) throws UnreadableCell {
        return text(row, "Name", "Published On");
    }

    /** {@code Patents.csv}. */
    static Reading patent(Row row) throws UnreadableCell {
        return text(
                row,
                "Title",
                Stream.of("Issued On", "Issue Date", "Filed On", "Filing Date")
                        .filter(column -> row.text(column) != null)
                        .findFirst()
                        .orElse("Issued On"));
    }

    /** {@code Honors.csv}. */
    static Reading honor(Row row) throws UnreadableCell {
        return text(row, "Title", row.has("Issued On") ? "Issued On" : "Issue Date");
    }

    private static Reading text(Row row, String title, String date) throws UnreadableCell {
        String text =
                Stream.of(
                                row.need(title),
                                row.text("Publisher"),
                                row.text("Issuer"),
                                row.text("Description"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n"));
        return row.keep(
                new Fact.Published(
                        I, Fact.Form.ARTICLE, text, row.text("Url"), instant(row.date(date))));
    }

    /** Texts are dated to the second: a month counts from its first day, a year from January. */
    private static @Nullable Instant instant(@Nullable PartialDate date) {
        return date == null ? null : date.earliest().atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** {@code Member_Follows.csv}: the other end is a name alone. */
    static Reading memberFollow(Row row) throws UnreadableCell {
        if (!"active".equals(row.need("Status").toLowerCase(Locale.ROOT))) {
            return row.withhold("no longer followed");
        }
        String name = Accounts.name(row.text("FullName"));
        AccountId followed = Accounts.named(name);
        if (name == null || followed == null) {
            return row.withhold("closed account");
        }
        return row.keep(
                List.of(
                        new Fact.Follows(I, followed, row.date("Date")),
                        new Fact.Described(followed, Fact.Trait.NAME, name)));
    }

    /** {@code Member Hashtags.csv}. */
    static Reading hashtag(Row row) throws UnreadableCell {
        return row.keep(
                new Fact.Interest(
                        I, Fact.Topic.HASHTAG, row.need("Member Posts About Hashtags"), null));
    }
}
