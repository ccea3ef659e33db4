package org.kithway.benchmarks;

import co.elastic.clients.elasticsearch.ElasticsearchClient;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Reading;
import org.kithway.ingestion.Fingerprints;
import org.kithway.ingestion.ImportRun;
import org.kithway.ingestion.Intake;
import org.kithway.ingestion.Settlement;
import org.kithway.ingestion.kafka.DecisionPublisher;
import org.kithway.ingestion.kafka.DeriverRunner;
import org.kithway.ingestion.kafka.Indexer;
import org.kithway.ingestion.kafka.Pipeline;
import org.kithway.ingestion.kafka.Topics;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.OrganizationId;
import org.kithway.registry.Decision;
import org.kithway.registry.Import;
import org.kithway.registry.Import.State;
import org.kithway.registry.LedgerDelta;
import org.kithway.registry.Member;
import org.kithway.registry.NewImport;
import org.kithway.registry.Organization;
import org.kithway.registry.Registry;
import org.kithway.registry.Role;
import org.kithway.search.elasticsearch.ElasticsearchWriter;
import org.kithway.search.elasticsearch.StoreSettings;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/** One import's way through the parts, each of which waits for the one before to have ended. */
final class Stages implements AutoCloseable {
    static final OrganizationId ORGANIZATION = new OrganizationId("default");
    private static final int CHUNK = 1_000;

    private final LocalEngines engines;
    private final String prefix;
    private final GeneratedArchive archive;
    private final ElasticsearchClient client;
    private final TransactionTemplate transactions;
    private final Registry registry;
    private final Topics topics;
    private final Pipeline pipeline;
    private final Organization organization;
    private final Import imported;
    private final Map<Integer, Long> ends = new TreeMap<>();
    private Decision.@Nullable ImportSettled settled;

    /**
     * @param prefix of topics and indices
     * @param client that writes the documents
     */
    Stages(
            LocalEngines engines,
            String prefix,
            GeneratedArchive archive,
            ElasticsearchClient client) {
        this.engines = engines;
        this.prefix = prefix;
        this.archive = archive;
        this.client = client;
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + engines.folder().resolve(prefix) + ";DB_CLOSE_DELAY=-1");
        Registry.migrate(database);
        DataSourceTransactionManager manager = new DataSourceTransactionManager(database);
        transactions = new TransactionTemplate(manager);
        registry = Registry.on(database, manager, Clock.systemUTC(), new SecureRandom());
        organization = registry.organizations().create(ORGANIZATION, "Stages");
        Member member = registry.members().create(ORGANIZATION, "Stages", Role.ADMIN);
        imported =
                registry.imports()
                        .submit(
                                new NewImport(
                                        registry.imports().newId(),
                                        ORGANIZATION,
                                        member.id(),
                                        member.id(),
                                        true,
                                        archive.connector().descriptor().site(),
                                        Layer.ORGANIZATION,
                                        "archive.zip",
                                        1,
                                        "0".repeat(64),
                                        Map.of()));
        registry.imports().transition(imported.id(), Set.of(State.QUEUED), State.RUNNING, null);
        topics = new Topics(prefix + ".", 4, (short) 1, Map.of());
        pipeline =
                Pipeline.open(
                        engines.kafka(),
                        topics,
                        registry,
                        new ElasticsearchWriter(client, StoreSettings.LOCAL.withPrefix(prefix)),
                        "stages");
    }

    /** The connector alone: archive to readings. */
    Effort read() throws IOException {
        Effort effort = Effort.begin(engines);
        archive.read((manifest, reading) -> {});
        return effort.stop();
    }

    /** Readings to acknowledged records in Kafka; what reading takes is left out. */
    Effort takeIn() throws IOException {
        Effort effort = Effort.stopped(engines);
        Intake intake = new Intake(pipeline.factLog());
        ImportRun run =
                new ImportRun(
                        ORGANIZATION,
                        new Fingerprints(organization.key().getEncoded()),
                        imported.id(),
                        imported.member(),
                        Layer.ORGANIZATION,
                        Set.of(),
                        account -> false);
        List<Intake.Stated> chunk = new ArrayList<>();
        Connector.Manifest manifest =
                archive.read((told, reading) -> {
                    if (reading instanceof Reading.Statement statement) {
                        String part = told.parts().getOrDefault(statement.place().entry(), "");
                        chunk.add(new Intake.Stated(statement.place(), part, statement.facts()));
                    }
                    if (chunk.size() == CHUNK) {
                        takeIn(intake, run, chunk, effort);
                    }
                });
        takeIn(intake, run, chunk, effort);
        registry.imports()
                .describe(
                        imported.id(),
                        archive.connector().descriptor().site(),
                        manifest.exportedAt(),
                        manifest.owner());
        settled = settled(manifest);
        return effort;
    }

    private void takeIn(Intake intake, ImportRun run, List<Intake.Stated> chunk, Effort effort) {
        effort.goOn();
        intake.accept(run, chunk).ends().forEach((at, end) -> ends.merge(at, end, Math::max));
        effort.stop();
        chunk.clear();
    }

    /** Records in Kafka to statements in Elasticsearch. */
    Effort index() {
        Effort effort = Effort.begin(engines);
        try (Indexer indexer = Indexer.start(pipeline)) {
            Rest.await(() -> isIndexed(indexer));
            effort.stop();
        }
        return effort;
    }

    private boolean isIndexed(Indexer indexer) {
        if (indexer.failure() != null) {
            throw new IllegalStateException(indexer.failure());
        }
        try {
            Map<TopicPartition, OffsetAndMetadata> reached =
                    pipeline.admin()
                            .listConsumerGroupOffsets(topics.indexers())
                            .partitionsToOffsetAndMetadata()
                            .get();
            return ends.entrySet().stream()
                    .allMatch(end -> {
                        OffsetAndMetadata at =
                                reached.get(new TopicPartition(topics.facts(), end.getKey()));
                        return at != null && at.offset() >= end.getValue();
                    });
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Records in Kafka to people and evidence in Elasticsearch and ties in Kafka, until all can be
     * found.
     */
    Effort derive() {
        try (DecisionPublisher publisher = DecisionPublisher.start(pipeline);
                DeriverRunner deriver =
                        DeriverRunner.start(
                                pipeline,
                                new Settlement(registry),
                                engines.folder().resolve(prefix + "-derived"))) {
            Rest.await(this::isSearched);
            Effort effort = Effort.begin(engines);
            settle(Objects.requireNonNull(settled, "nothing was taken in"));
            publisher.wake();
            Rest.await(() -> {
                if (deriver.failure() != null) {
                    throw new IllegalStateException(deriver.failure());
                }
                return state().isFinal();
            });
            return effort.stop();
        }
    }

    /** The deriver makes the indices searched when it begins. */
    private boolean isSearched() {
        try {
            return client.indices()
                    .existsAlias(e -> e.name(prefix + "-" + ORGANIZATION + ".people"))
                    .value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Decision.ImportSettled settled(Connector.Manifest manifest) {
        return new Decision.ImportSettled(
                imported.id(),
                imported.member(),
                archive.connector().descriptor().site(),
                manifest.owner(),
                Layer.ORGANIZATION,
                manifest.exportedAt(),
                imported.submitted(),
                new HashSet<>(manifest.parts().values()),
                Set.of(),
                ends);
    }

    private void settle(Decision.ImportSettled decision) {
        ImportId id = imported.id();
        int facts = Math.toIntExact(archive.facts());
        transactions.executeWithoutResult(status -> {
            registry.ledger()
                    .record(
                            id,
                            new LedgerDelta(
                                    "archive.zip",
                                    "all",
                                    facts,
                                    facts,
                                    Map.of(),
                                    List.of(),
                                    facts));
            registry.ledger().noteEnds(id, ends);
            registry.imports().transition(id, Set.of(State.RUNNING), State.SETTLING, null);
            registry.decisions().append(ORGANIZATION, decision);
        });
    }

    private State state() {
        return registry.imports().find(ORGANIZATION, imported.id()).orElseThrow().state();
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
