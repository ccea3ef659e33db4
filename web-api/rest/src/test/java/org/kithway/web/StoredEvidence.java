package org.kithway.web;

import org.kithway.model.OrganizationId;
import org.kithway.model.PersonId;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.EvidenceSearch;
import org.kithway.search.Viewer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Evidence in memory; all texts that contain the topic match it equally well. */
final class StoredEvidence implements EvidenceSearch {
    private final Map<OrganizationId, List<EvidenceDocument>> evidence = new ConcurrentHashMap<>();

    void put(OrganizationId organization, EvidenceDocument said) {
        evidence.computeIfAbsent(organization, o -> new CopyOnWriteArrayList<>()).add(said);
    }

    @Override
    public List<Hit> matching(Viewer viewer, String topic, int limit) {
        return evidence.getOrDefault(viewer.organization(), List.of()).stream()
                .filter(e -> e.text().contains(topic))
                .limit(limit)
                .map(e -> new Hit(e, 1.5))
                .toList();
    }

    @Override
    public List<EvidenceDocument> of(Viewer viewer, PersonId person, int limit) {
        return evidence.getOrDefault(viewer.organization(), List.of()).stream()
                .filter(e -> e.person().equals(person))
                .limit(limit)
                .toList();
    }
}
