package org.kithway.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;

import org.kithway.model.PersonId;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.EvidenceSearch;
import org.kithway.search.Viewer;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Searches evidence on Elasticsearch. A text matches a topic of one or two words if it has them
 * all, a longer one if it has three quarters of them; words in their exact form count more, and so
 * do words side by side.
 */
public final class ElasticsearchEvidence implements EvidenceSearch {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final int MOST_WORDS = 64;
    private static final String ALL_OF_TWO_AND_MOST_OF_MORE = "2<75%";
    private static final float SIDE_BY_SIDE = 1.5f;

    private final ElasticsearchClient client;
    private final Sight sight;

    public ElasticsearchEvidence(ElasticsearchClient client, StoreSettings settings) {
        this.client = client;
        this.sight = new Sight(settings);
    }

    @Override
    public List<Hit> matching(Viewer viewer, String topic, int limit) {
        List<String> words =
                BLANKS.splitAsStream(topic)
                        .filter(Spelling::isSearchable)
                        .limit(MOST_WORDS)
                        .toList();
        if (words.isEmpty() || limit < 1) {
            return List.of();
        }
        SearchRequest search =
                sight.evidence(viewer, about(words))
                        .sort(Queries.byScore(), Queries.ascending("id"))
                        .trackTotalHits(t -> t.enabled(false))
                        .size(Math.min(limit, ElasticsearchPeople.WINDOW))
                        .build();
        return Answers.to(client, search).hits().hits().stream()
                .map(hit ->
                        new EvidenceSearch.Hit(evidence(hit), hit.sort().getFirst().doubleValue()))
                .toList();
    }

    @Override
    public List<EvidenceDocument> of(Viewer viewer, PersonId person, int limit) {
        if (limit < 1) {
            return List.of();
        }
        SearchRequest search =
                sight.evidence(
                                viewer,
                                Queries.filter(List.of(Queries.term("person", person.value()))))
                        .sort(Queries.descending("date"), Queries.ascending("id"))
                        .trackTotalHits(t -> t.enabled(false))
                        .size(Math.min(limit, ElasticsearchPeople.WINDOW))
                        .build();
        return Answers.to(client, search).hits().hits().stream()
                .map(ElasticsearchEvidence::evidence)
                .toList();
    }

    private static Query about(List<String> words) {
        List<Query> each = words.stream().map(ElasticsearchEvidence::about).toList();
        Query enough =
                Query.of(q ->
                        q.bool(b ->
                                b.should(each).minimumShouldMatch(ALL_OF_TWO_AND_MOST_OF_MORE)));
        if (words.size() == 1) {
            return enough;
        }
        String together = String.join(" ", words);
        Query sideBySide =
                Query.of(q ->
                        q.matchPhrase(
                                p -> p.field("text").query(together).slop(1).boost(SIDE_BY_SIDE)));
        return Query.of(q -> q.bool(b -> b.must(enough).should(sideBySide)));
    }

    private static Query about(String word) {
        return Queries.words(
                Spelling.isSymbolic(word) ? List.of("text.exact") : List.of("text", "text.exact"),
                word);
    }

    private static EvidenceDocument evidence(
            co.elastic.clients.elasticsearch.core.search.Hit<ObjectNode> hit) {
        return EvidenceJson.read(Objects.requireNonNull(hit.source()));
    }
}
