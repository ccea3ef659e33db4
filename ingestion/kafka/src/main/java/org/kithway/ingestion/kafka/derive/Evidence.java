package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.Profile;
import org.kithway.ingestion.kafka.derive.Row.Family;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;
import org.kithway.search.EvidenceDocument.Kind;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a fact says of what a person knows.
 *
 * @param by who says it, where that is somebody else
 */
record Evidence(Kind kind, @Nullable PartialDate date, String text, @Nullable AccountId by) {

    /** The families of rows among which evidence is found. */
    static final Family[] FAMILIES = {Family.PROFILE, Family.VOUCHER};

    /** What the fact says, or null if it says nothing of that kind. */
    static @Nullable Evidence of(Fact fact) {
        return switch (fact) {
            case Fact.Described f ->
                    switch (f.trait()) {
                        case HEADLINE -> new Evidence(Kind.HEADLINE, null, f.text(), null);
                        case SUMMARY -> new Evidence(Kind.SUMMARY, null, f.text(), null);
                        case NAME, INDUSTRY, PLACE, LANGUAGE -> null;
                    };
            case Fact.Position f ->
                    new Evidence(
                            Kind.POSITION,
                            first(f.from(), f.asOf()),
                            sentences(
                                    Profile.inWords(f.title(), f.organization()), f.description()),
                            null);
            case Fact.Education f ->
                    new Evidence(
                            Kind.EDUCATION,
                            f.from(),
                            sentences(Profile.inWords(f.degree(), f.school()), f.notes()),
                            null);
            case Fact.Skill f -> new Evidence(Kind.SKILL, null, f.skill(), null);
            case Fact.Published f ->
                    new Evidence(
                            switch (f.form()) {
                                case POST -> Kind.POST;
                                case COMMENT -> Kind.COMMENT;
                                case ARTICLE -> Kind.ARTICLE;
                            },
                            day(f.at()),
                            f.text(),
                            null);
            case Fact.Endorsed f ->
                    new Evidence(Kind.ENDORSEMENT, day(f.at()), f.skill(), f.subject());
            case Fact.Recommended f ->
                    f.text() == null
                            ? null
                            : new Evidence(Kind.RECOMMENDATION, day(f.at()), f.text(), f.subject());
            case Fact.Interest f -> null;
            case Fact.SameAs f -> null;
            case Fact.Connected f -> null;
            case Fact.Invited f -> null;
            case Fact.Follows f -> null;
            case Fact.Keeps f -> null;
            case Fact.Messaged f -> null;
            case Fact.Interacted f -> null;
        };
    }

    private static String sentences(@Nullable String first, @Nullable String second) {
        if (first == null) {
            return second == null ? "" : second;
        }
        return second == null ? first : first + ". " + second;
    }

    private static @Nullable PartialDate first(
            @Nullable PartialDate one, @Nullable PartialDate other) {
        return one == null ? other : one;
    }

    private static @Nullable PartialDate day(@Nullable Instant at) {
        return at == null ? null : PartialDate.of(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }
}
