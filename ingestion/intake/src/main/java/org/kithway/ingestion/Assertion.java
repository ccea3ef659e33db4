package org.kithway.ingestion;

import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.Place;

/**
 * A fact as one import says it, at one place.
 *
 * @param factId the fact's id: the same line read twice, or by two members, has the same
 * @param layer who may see what rests on this
 * @param part the kind of file that it stood in
 */
public record Assertion(
        OrganizationId organization,
        String factId,
        ImportId imported,
        MemberId member,
        Layer layer,
        String part,
        Place place,
        Fact fact) {
    /** What identifies the assertion in the log, as text. */
    public String key() {
        return AssertionKey.of(this).toString();
    }
}
