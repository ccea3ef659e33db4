package org.kithway.ingestion.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.h2.jdbcx.JdbcDataSource;
import org.kithway.ingestion.Assertion;
import org.kithway.ingestion.Fingerprints;
import org.kithway.ingestion.Settlement;
import org.kithway.local.kafka.LocalKafka;
import org.kithway.local.kafka.TestKafka;
import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.OrganizationId;
import org.kithway.model.Place;
import org.kithway.model.Site;
import org.kithway.registry.Decision;
import org.kithway.registry.Import.State;
import org.kithway.registry.LedgerDelta;
import org.kithway.registry.Member;
import org.kithway.registry.NewImport;
import org.kithway.registry.Organization;
import org.kithway.registry.Registry;
import org.kithway.registry.Role;
import org.kithway.search.Generation;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One installation with one organization on the shared broker, with topics of its own. */
final class Installation implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    static final OrganizationId TOWN = new OrganizationId("town");
    static final Site LINKEDIN = new Site("linkedin");
    static final String PART = "connections";

    final KafkaClients clients;
    final Topics topics;
    final Registry registry;
    final MemoryWriter writer = new MemoryWriter();
    final Pipeline pipeline;
    final Settlement settlement;
    private final TransactionTemplate transactions;
    private final Organization town;

    Installation() {
        this(Map.of());
    }

    Installation(Map<String, String> compaction) {
        int number = NUMBER.incrementAndGet();
        LocalKafka broker = TestKafka.shared();
        clients = new KafkaClients(broker.bootstrapServers(), broker.clientProperties());
        topics = new Topics("test" + number + "-", 3, (short) 1, compaction);
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:kafka" + number + ";DB_CLOSE_DELAY=-1");
        Registry.migrate(database);
        DataSourceTransactionManager manager = new DataSourceTransactionManager(database);
        transactions = new TransactionTemplate(manager);
        Clock clock = Clock.fixed(Instant.parse("2024-05-01T12:00:00Z"), ZoneOffset.UTC);
        registry = Registry.on(database, manager, clock, new SecureRandom());
        town = registry.organizations().create(TOWN, "Town");
        pipeline = node("node-1");
        settlement = new Settlement(registry);
    }

    /** One more node of the same installation. */
    Pipeline node(String name) {
        return Pipeline.open(clients, topics, registry, writer, name);
    }

    static Generation generation(int number) {
        return new Generation(TOWN, number);
    }

    Member member(String name) {
        return registry.members().create(TOWN, name, Role.MEMBER);
    }

    ImportId imported(Member member) {
        ImportId id = registry.imports().newId();
        registry.imports()
                .submit(
                        new NewImport(
                                id,
                                TOWN,
                                member.id(),
                                member.id(),
                                false,
                                LINKEDIN,
                                Layer.ORGANIZATION,
                                "archive.zip",
                                1,
                                "%064x".formatted(NUMBER.incrementAndGet()),
                                Map.of()));
        registry.imports().transition(id, Set.of(State.QUEUED), State.RUNNING, null);
        return id;
    }

    Assertion assertion(ImportId imported, Member member, Fact fact, int record) {
        return new Assertion(
                TOWN,
                new Fingerprints(town.key().getEncoded()).of(fact),
                imported,
                member.id(),
                Layer.ORGANIZATION,
                PART,
                new Place("Connections.csv", record),
                fact);
    }

    /** An import that says the facts, read to its end. */
    ImportId settle(Member member, List<Fact> facts) {
        ImportId id = imported(member);
        List<Assertion> assertions = new ArrayList<>();
        for (Fact fact : facts) {
            assertions.add(assertion(id, member, fact, assertions.size() + 1));
        }
        Map<Integer, Long> ends = pipeline.factLog().append(assertions);
        int count = facts.size();
        decide(() -> {
            registry.ledger()
                    .record(
                            id,
                            new LedgerDelta(
                                    "Connections.csv",
                                    PART,
                                    count,
                                    count,
                                    Map.of(),
                                    List.of(),
                                    count));
            registry.ledger().noteEnds(id, ends);
            registry.imports().transition(id, Set.of(State.RUNNING), State.SETTLING, null);
            registry.decisions()
                    .append(
                            TOWN,
                            new Decision.ImportSettled(
                                    id,
                                    member.id(),
                                    LINKEDIN,
                                    null,
                                    Layer.ORGANIZATION,
                                    null,
                                    Instant.parse("2024-05-01T12:00:00Z")
                                            .plusSeconds(NUMBER.incrementAndGet()),
                                    Set.of(PART),
                                    Set.of(),
                                    ends));
        });
        return id;
    }

    void undo(ImportId id) {
        decide(() -> {
            registry.imports()
                    .transition(
                            id,
                            Set.of(State.COMPLETED, State.NEEDS_ATTENTION),
                            State.UNDOING,
                            null);
            registry.decisions().append(TOWN, new Decision.ImportUndone(id));
        });
    }

    void decide(Runnable decision) {
        transactions.executeWithoutResult(status -> decision.run());
    }

    State state(ImportId id) {
        return registry.imports().find(TOWN, id).orElseThrow().state();
    }

    /** Everything that a topic holds now. */
    List<ConsumerRecord<byte[], byte[]>> scan(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (TopicReader reader = TopicReader.ofAll(clients, topic)) {
            reader.readTo(reader.ends(), () -> {}, records::add);
        }
        return records;
    }

    static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline for: " + what).isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
