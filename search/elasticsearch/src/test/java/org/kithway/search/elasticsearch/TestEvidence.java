package org.kithway.search.elasticsearch;

import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.PartialDate;
import org.kithway.model.Place;
import org.kithway.model.Site;
import org.kithway.search.EvidenceDocument;

/** Evidence of which only the text matters. */
final class TestEvidence {
    private TestEvidence() {}

    static EvidenceDocument evidence(String id, String person, String text) {
        return dated(id, person, text, "2020-05");
    }

    static EvidenceDocument dated(String id, String person, String text, String date) {
        return new EvidenceDocument(
                id,
                Layer.ORGANIZATION,
                TestStore.person(person),
                EvidenceDocument.Kind.POST,
                new Site("linkedin"),
                date.isEmpty() ? null : PartialDate.parse(date),
                text,
                null,
                new ImportId("imp_1"),
                new Place("Shares.csv", 7));
    }
}
