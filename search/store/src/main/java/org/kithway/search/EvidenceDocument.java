package org.kithway.search;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.PartialDate;
import org.kithway.model.PersonId;
import org.kithway.model.Place;
import org.kithway.model.Site;

/**
 * A text that speaks for what a person knows.
 *
 * @param id the fact's id
 * @param person whom it speaks for
 * @param date when it was said or began, or null
 * @param text the words that are searched
 * @param by who says it, where that is somebody else: who endorses or recommends; else null
 * @param imported the import that it came with; where several say it, the earliest
 */
public record EvidenceDocument(
        String id,
        Layer layer,
        PersonId person,
        Kind kind,
        Site site,
        @Nullable PartialDate date,
        String text,
        @Nullable AccountId by,
        ImportId imported,
        Place place) {
    /** What kind of text it is. */
    public enum Kind {
        RECOMMENDATION,
        POSITION,
        ARTICLE,
        POST,
        COMMENT,
        HEADLINE,
        SUMMARY,
        SKILL,
        ENDORSEMENT,
        EDUCATION
    }
}
