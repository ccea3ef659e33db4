package org.kithway.search;

import org.kithway.model.PersonId;

import java.util.List;

/** The texts that speak for somebody's knowing of a topic. */
public interface EvidenceSearch {
    /** The texts that match the topic best, by BM25, at most the limit. */
    List<Hit> matching(Viewer viewer, String topic, int limit);

    /** All evidence for a person, newest first, undated last, at most the limit. */
    List<EvidenceDocument> of(Viewer viewer, PersonId person, int limit);

    /**
     * A matching text.
     *
     * @param score BM25, above 0
     */
    record Hit(EvidenceDocument evidence, double score) {}
}
