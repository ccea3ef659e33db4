package org.kithway.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.SearchType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;

import org.kithway.model.Layer;
import org.kithway.search.Viewer;
import org.kithway.search.elasticsearch.Names.Kind;

import java.util.List;

/**
 * What a viewer may see: the one place where searches are confined to it. It is the organization's
 * layer without the people whom the viewer's own layer replaces, and the viewer's own layer.
 *
 * <p>The layers of members are kept in indices of their own, so that nothing in them, not even the
 * frequency of a word, bears on the answers of others; where there is an own index, frequencies are
 * taken from both together. Statements are never scored and share an index.
 */
record Sight(StoreSettings settings) {
    /** A search for people that match the query. */
    SearchRequest.Builder people(Viewer viewer, Query query) {
        return search(viewer, both(viewer, Kind.PEOPLE), query, butOverridden(viewer, "id"));
    }

    /** A search for evidence that matches the query. */
    SearchRequest.Builder evidence(Viewer viewer, Query query) {
        return search(viewer, both(viewer, Kind.EVIDENCE), query, butOverridden(viewer, "person"));
    }

    /** A search for statements that match the query. */
    SearchRequest.Builder statements(Viewer viewer, Query query) {
        List<String> shared = List.of(searched(viewer, Kind.STATEMENTS, Layer.ORGANIZATION));
        return search(
                viewer,
                shared,
                query,
                Queries.any(List.of(in(Layer.ORGANIZATION), in(Layer.of(viewer.member())))));
    }

    private SearchRequest.Builder search(
            Viewer viewer, List<String> indices, Query query, Query visible) {
        return new SearchRequest.Builder()
                .index(indices)
                .query(Queries.filtered(query, visible))
                .searchType(SearchType.DfsQueryThenFetch)
                .ignoreUnavailable(true)
                .allowPartialSearchResults(false)
                // Always the same copy of a shard, so that pages follow one another.
                .preference(viewer.member().value())
                .timeout(settings.timeout().toMillis() + "ms");
    }

    private Query butOverridden(Viewer viewer, String person) {
        Query overridden =
                Queries.listed(
                        person,
                        searched(viewer, Kind.LAYERS, Layer.ORGANIZATION),
                        viewer.member().value(),
                        Json.OVERRIDDEN);
        return Queries.any(
                List.of(
                        Queries.filterWithout(in(Layer.ORGANIZATION), overridden),
                        in(Layer.of(viewer.member()))));
    }

    private List<String> both(Viewer viewer, Kind kind) {
        return List.of(
                searched(viewer, kind, Layer.ORGANIZATION),
                searched(viewer, kind, Layer.of(viewer.member())));
    }

    private String searched(Viewer viewer, Kind kind, Layer layer) {
        return new Names(settings.prefix()).searched(viewer.organization(), kind, layer);
    }

    private static Query in(Layer layer) {
        return Queries.term("layer", layer.toString());
    }
}
