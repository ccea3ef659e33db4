package org.kithway.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;

import org.jspecify.annotations.Nullable;
import org.kithway.search.StoreBusyException;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;

/**
 * What becomes of the cluster's answers. Errors are told by their type alone: their wording quotes
 * documents and queries.
 */
final class Answers {
    private Answers() {}

    /** A request to the cluster. */
    interface Request<T> {
        T send() throws IOException;
    }

    /**
     * The answer.
     *
     * @throws StoreBusyException if there is none now
     * @throws IllegalStateException if the request is refused for good, which no legal question is
     */
    static <T> T to(Request<T> request) {
        try {
            return request.send();
        } catch (ElasticsearchException e) {
            throw failure(e);
        } catch (ResponseException e) {
            throw new StoreBusyException("Elasticsearch answers " + status(e));
        } catch (IOException e) {
            throw new StoreBusyException("Elasticsearch cannot be reached", e);
        }
    }

    /**
     * The complete answer to a search; never some of the shards' share. Asks once more where the
     * indices were exchanged for those of a new generation meanwhile.
     *
     * @throws StoreBusyException if there is none now, nor before the first generation is promoted
     */
    static SearchResponse<ObjectNode> to(ElasticsearchClient client, SearchRequest search) {
        SearchResponse<ObjectNode> answer = to(() -> sent(client, search));
        if (answer.timedOut()) {
            throw new StoreBusyException("Elasticsearch did not finish the search in time");
        }
        return answer;
    }

    private static SearchResponse<ObjectNode> sent(ElasticsearchClient client, SearchRequest search)
            throws IOException {
        try {
            return client.search(search, ObjectNode.class);
        } catch (ElasticsearchException e) {
            if (e.status() != 404 && e.status() != 500) {
                throw e;
            }
        } catch (ResponseException e) {
            if (status(e) != 503) {
                throw e;
            }
        }
        return client.search(search, ObjectNode.class);
    }

    private static int status(ResponseException e) {
        return e.getResponse().getStatusCode();
    }

    static boolean isBusy(int status, @Nullable ErrorCause error) {
        return status == 408
                || status == 429
                || status >= 500
                || (error != null && "cluster_block_exception".equals(error.type()));
    }

    static boolean isOfType(ElasticsearchException e, String type) {
        return type.equals(e.error().type());
    }

    private static RuntimeException failure(ElasticsearchException e) {
        if (isOfType(e, "index_not_found_exception")) {
            return new StoreBusyException("Nothing is indexed yet for this organization");
        }
        String what = "Elasticsearch answers " + e.status() + ": " + types(e.error());
        return isBusy(e.status(), e.error())
                ? new StoreBusyException(what)
                : new IllegalStateException(what);
    }

    /** The types of an error and of its causes. */
    static String types(ErrorCause error) {
        StringBuilder types = new StringBuilder();
        for (ErrorCause cause = error; cause != null; cause = cause.causedBy()) {
            types.append(types.isEmpty() ? "" : " caused by ").append(cause.type());
        }
        for (ErrorCause root : error.rootCause()) {
            if (!types.toString().contains(String.valueOf(root.type()))) {
                types.append(" rooted in ").append(root.type());
            }
        }
        return types.toString();
    }
}
