package org.kithway.benchmarks;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicHeader;
import org.kithway.ingestion.kafka.KafkaClients;
import org.kithway.local.elasticsearch.Distribution;
import org.kithway.local.elasticsearch.LocalElasticsearch;
import org.kithway.local.kafka.LocalKafka;
import org.kithway.server.Kithway;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The product's own local engines on a folder that ends with them. They are started here and not by
 * the server, so that what is measured side by side runs on the same ones.
 */
final class LocalEngines implements AutoCloseable {
    private final Path folder;
    private final LocalKafka kafka;
    private final LocalElasticsearch elasticsearch;
    private final Rest5Client direct;

    private LocalEngines(Path folder, LocalKafka kafka, LocalElasticsearch elasticsearch) {
        this.folder = folder;
        this.kafka = kafka;
        this.elasticsearch = elasticsearch;
        String login = elasticsearch.username() + ":" + elasticsearch.password();
        this.direct =
                Rest5Client.builder(elasticsearch.uri())
                        .setDefaultHeaders(
                                new Header[] {
                                    new BasicHeader(
                                            HttpHeaders.AUTHORIZATION,
                                            "Basic "
                                                    + Base64.getEncoder()
                                                            .encodeToString(
                                                                    login.getBytes(
                                                                            StandardCharsets
                                                                                    .UTF_8)))
                                })
                        .build();
    }

    static LocalEngines start() throws IOException {
        Path folder = Files.createTempDirectory("kithway-bench");
        Path distribution = Distribution.locate(Distribution.defaultCache(), Optional.empty());
        LocalKafka kafka = LocalKafka.start(LocalKafka.Settings.of(folder.resolve("kafka")));
        try {
            return new LocalEngines(
                    folder,
                    kafka,
                    LocalElasticsearch.start(
                            LocalElasticsearch.Settings.of(
                                            distribution, folder.resolve("elasticsearch"))
                                    .withHeap("512m")));
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    /** Where else files may lie that end with the engines. */
    Path folder() {
        return folder;
    }

    KafkaClients kafka() {
        return new KafkaClients(kafka.bootstrapServers(), kafka.clientProperties());
    }

    /** Sends what it is told to, and reads nothing out of the answer. */
    Rest5Client direct() {
        return direct;
    }

    /**
     * @param seen is shown every request before it is sent
     */
    ElasticsearchClient client(Consumer<Object> seen) {
        return new ElasticsearchClient(
                new TappedTransport(
                        new Rest5ClientTransport(direct, new Jackson3JsonpMapper()), seen));
    }

    /** The processor time that the search node has used so far. */
    Duration elasticsearchTime() {
        return ProcessHandle.of(elasticsearch.pid()).stream()
                .flatMap(node -> Stream.concat(Stream.of(node), node.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * What a server is told, so that it works with these engines and no other server's topics and
     * indices.
     */
    Map<String, String> settings(String prefix) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("kithway.plugins", plugins().toString());
        settings.put("kithway.kafka.bootstrap-servers", kafka.bootstrapServers());
        kafka.clientProperties()
                .forEach((name, value) ->
                        settings.put("kithway.kafka.properties[" + name + "]", value));
        settings.put("kithway.kafka.topic-prefix", prefix + ".");
        settings.put("kithway.elasticsearch.uris", elasticsearch.uri().toString());
        settings.put("kithway.elasticsearch.username", elasticsearch.username());
        settings.put("kithway.elasticsearch.password", elasticsearch.password());
        settings.put("kithway.elasticsearch.index-prefix", prefix);
        return settings;
    }

    /** The connectors as they were built for the server. */
    static Path plugins() {
        try {
            return Path.of(
                            Kithway.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                    .resolveSibling("plugins");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many documents a search of these indices would look at. */
    long count(String indices) throws IOException {
        byte[] answer = send(direct, new Request("GET", "/" + indices + "/_count"));
        return Rest.JSON.readTree(answer).get("count").asLong();
    }

    void delete(String indices) throws IOException {
        for (String index : indices.split(",")) {
            send(direct, new Request("DELETE", "/" + index));
        }
    }

    static byte[] send(Rest5Client client, Request request) throws IOException {
        return EntityUtils.toByteArray(client.performRequest(request).getEntity());
    }

    @Override
    public void close() throws IOException {
        direct.close();
        elasticsearch.close();
        kafka.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
