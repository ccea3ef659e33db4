package org.kithway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.web.Routes.Route;

import tools.jackson.databind.JsonNode;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The description of the interface is complete. */
class OpenApiTest {
    private final TestServer server = TestServer.shared();
    private final TestServer.Town town = server.town();
    private final JsonNode document = town.as(town.ben()).get("/api/v1/openapi.json").json();

    @Test
    void everyRouteIsDescribedAndNothingElse() {
        Set<String> described = new HashSet<>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                described.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }
        Set<String> mapped =
                Routes.of(server).stream()
                        .filter(route -> route.pattern().startsWith("/api/v1/"))
                        .filter(route -> !route.pattern().contains("openapi"))
                        .map(Route::toString)
                        .collect(Collectors.toSet());

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(described).isEqualTo(mapped);
    }

    @Test
    void theUploadIsDescribedAsAFormWithAFile() {
        assertThat(
                        document.at("/paths/~1api~1v1~1imports/post/requestBody/content")
                                .path("multipart/form-data")
                                .toString())
                .contains("\"file\"", "binary", "\"share\"", "\"member\"");
    }

    @Test
    void whoAsksIsNoParameter() {
        assertThat(document.toString()).doesNotContain("\"viewer\"");
    }
}
