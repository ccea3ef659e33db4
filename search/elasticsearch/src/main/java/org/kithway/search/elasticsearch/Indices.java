package org.kithway.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.get_alias.IndexAliases;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;

import org.kithway.model.Layer;
import org.kithway.search.Generation;
import org.kithway.search.elasticsearch.Names.Kind;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes, promotes and forgets indices. */
final class Indices {
    private final ElasticsearchClient client;
    private final StoreSettings settings;
    private final Names names;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Indices(ElasticsearchClient client, StoreSettings settings) {
        this.client = client;
        this.settings = settings;
        this.names = new Names(settings.prefix());
    }

    void prepare(Generation generation) {
        for (Kind kind : Kind.values()) {
            ensure(generation, kind, Layer.ORGANIZATION);
        }
    }

    /** The alias through which the layer's documents are written; makes the index if need be. */
    String writing(Generation generation, Kind kind, Layer layer) {
        if (!layer.isOrganization()) {
            ensure(generation, kind, layer);
        }
        return Names.writing(names.index(generation, kind, layer));
    }

    /**
     * Exchanges the aliases in one step, so that every search finds either the old indices or the
     * new ones. The old ones are deleted in a second step: a search that loses them under way finds
     * the new ones when it asks again.
     */
    synchronized void promote(Generation generation) {
        prepare(generation);
        List<Action> actions = new ArrayList<>();
        List<String> old = new ArrayList<>();
        all(generation)
                .forEach((index, aliases) -> {
                    if (names.isOf(generation, index)) {
                        actions.add(adding(index, names.searched(generation, index)));
                    } else {
                        old.add(index);
                        aliases.aliases()
                                .keySet()
                                .forEach(alias -> actions.add(removing(index, alias)));
                    }
                });
        Answers.to(() -> client.indices().updateAliases(u -> u.actions(actions)));
        if (!old.isEmpty()) {
            Answers.to(() -> client.indices().delete(d -> d.index(old).ignoreUnavailable(true)));
            known.removeAll(old);
        }
    }

    private static Action adding(String index, String alias) {
        return Action.of(a -> a.add(add -> add.index(index).alias(alias)));
    }

    private static Action removing(String index, String alias) {
        return Action.of(a -> a.remove(remove -> remove.index(index).alias(alias)));
    }

    void refresh(Generation generation) {
        Answers.to(() -> client.indices().refresh(r -> r.index(names.all(generation))));
    }

    private synchronized void ensure(Generation generation, Kind kind, Layer layer) {
        String index = names.index(generation, kind, layer);
        if (known.contains(index)) {
            return;
        }
        if (!Answers.to(() -> client.indices().exists(e -> e.index(index))).value()) {
            create(generation, kind, index);
        }
        known.add(index);
    }

    private void create(Generation generation, Kind kind, String index) {
        CreateIndexRequest.Builder request =
                new CreateIndexRequest.Builder()
                        .withJson(new StringReader(definition(kind).toString()))
                        .index(index)
                        .aliases(Names.writing(index), a -> a.isWriteIndex(true));
        // A member's first index of a generation that is searched already is searched at once.
        if (isSearched(names.index(generation, kind, Layer.ORGANIZATION), generation)) {
            request.aliases(names.searched(generation, index), a -> a);
        }
        Answers.to(() -> created(request.build()));
    }

    /** Somebody else may have been faster. */
    private boolean created(CreateIndexRequest request) throws IOException {
        try {
            return client.indices().create(request).acknowledged();
        } catch (ElasticsearchException e) {
            if (Answers.isOfType(e, "resource_already_exists_exception")) {
                return true;
            }
            throw e;
        }
    }

    private boolean isSearched(String index, Generation generation) {
        IndexAliases aliases = all(generation).get(index);
        return aliases != null && aliases.aliases().containsKey(names.searched(generation, index));
    }

    /** The organization's indices of all generations with their aliases. */
    private Map<String, IndexAliases> all(Generation generation) {
        return Answers.to(() ->
                        client.indices()
                                .getAlias(g -> g.index(names.all(generation.organization()))))
                .aliases();
    }

    private ObjectNode definition(Kind kind) {
        ObjectNode definition = Json.object();
        ObjectNode index = (ObjectNode) resource("settings.json");
        index.put("number_of_shards", kind == Kind.LAYERS ? 1 : settings.shards());
        index.put("number_of_replicas", settings.replicas());
        definition.putObject("settings").set("index", index);
        definition.set("mappings", resource(kind.label() + ".json"));
        return definition;
    }

    private static JsonNode resource(String name) {
        try (InputStream in = Indices.class.getResourceAsStream(name)) {
            return Json.MAPPER.readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new IllegalStateException("resource " + name + " cannot be read", e);
        }
    }
}
