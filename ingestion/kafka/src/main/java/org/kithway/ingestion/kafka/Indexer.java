package org.kithway.ingestion.kafka;

import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Assertion;
import org.kithway.model.AccountId;
import org.kithway.model.OrganizationId;
import org.kithway.search.DocumentWriter;
import org.kithway.search.DocumentWriter.Refusal;
import org.kithway.search.Generation;
import org.kithway.search.StoreBusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Drains the topic of facts into the statements of the people store, together with the indexers of
 * all other nodes. An offset is committed when every record before it is stored, or put aside as a
 * dead letter.
 */
public final class Indexer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Indexer.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final Topics topics;
    private final DocumentWriter writer;
    private final DeadLetters deadLetters;
    private final Builds builds;
    private final Suppressed suppressed;
    private final Loop loop;
    private @Nullable Consumer<byte[], byte[]> consumer;
    private int busy;
    private volatile @Nullable String delay;

    private Indexer(Pipeline pipeline) {
        this.clients = pipeline.clients();
        this.topics = pipeline.topics();
        this.writer = pipeline.writer();
        this.deadLetters = pipeline.deadLetters();
        this.builds = new Builds(pipeline.registry());
        this.suppressed = new Suppressed(pipeline.registry());
        this.loop = Loop.start("indexer", this::turn, this::leave);
    }

    /** Begins; one or more on any number of nodes. */
    public static Indexer start(Pipeline pipeline) {
        return new Indexer(pipeline);
    }

    /** Why nothing is written at present, or null if all goes well. */
    public @Nullable String failure() {
        return delay == null ? loop.failure() : delay;
    }

    @Override
    public void close() {
        loop.close();
    }

    private void turn(Loop turning) {
        Consumer<byte[], byte[]> reading = join();
        try {
            ConsumerRecords<byte[], byte[]> records = reading.poll(POLL);
            if (records.isEmpty()) {
                return;
            }
            try {
                write(records);
                commit(reading, records);
                busy = 0;
                delay = null;
            } catch (StoreBusyException e) {
                rewind(reading, records);
                busy++;
                delay = "the people store is busy: " + e.getMessage();
                log.info("The people store is busy, attempt {}", busy);
                await(turning, reading, Loop.wait(busy));
            }
        } catch (RuntimeException e) {
            // Whoever reads next goes on from what was committed.
            leave();
            throw e;
        }
    }

    private Consumer<byte[], byte[]> join() {
        if (consumer == null) {
            consumer = clients.consumer(topics.indexers());
            consumer.subscribe(List.of(topics.facts()));
        }
        return consumer;
    }

    private void leave() {
        if (consumer != null) {
            Consumer<byte[], byte[]> left = consumer;
            consumer = null;
            left.close();
        }
    }

    private static void commit(
            Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        try {
            consumer.commitSync(
                    new HashMap<TopicPartition, OffsetAndMetadata>(records.nextOffsets()));
        } catch (CommitFailedException | RebalanceInProgressException e) {
            // Another reads these partitions now, and writes the same once more.
            log.debug("Offsets were not committed", e);
        }
    }

    private static void rewind(
            Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        Set<TopicPartition> assigned = consumer.assignment();
        for (TopicPartition partition : records.partitions()) {
            if (assigned.contains(partition)) {
                consumer.seek(partition, records.records(partition).getFirst().offset());
            }
        }
    }

    /** Stays a member of the group, but takes nothing. */
    private static void await(Loop turning, Consumer<byte[], byte[]> consumer, Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (turning.isOpen()) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                break;
            }
            consumer.pause(consumer.assignment());
            // What was assigned a moment ago may come nevertheless.
            rewind(consumer, consumer.poll(Duration.ofNanos(Math.min(left, POLL.toNanos()))));
        }
        consumer.resume(consumer.paused());
    }

    private void write(ConsumerRecords<byte[], byte[]> records) {
        Map<OrganizationId, Batch> batches = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                OrganizationId organization = organization(record);
                batches.computeIfAbsent(organization, key -> new Batch()).add(organization, record);
            } catch (UndecodableException e) {
                deadLetters.send(record, String.valueOf(e.getMessage()));
            }
        }
        batches.forEach(this::write);
    }

    private void write(OrganizationId organization, Batch batch) {
        List<Generation> targets = builds.targets(organization);
        if (targets.isEmpty()) {
            batch.records
                    .values()
                    .forEach(record -> deadLetters.send(record, "there is no such organization"));
            return;
        }
        StatementChanges changes = new StatementChanges();
        Set<AccountId> hidden = suppressed.among(organization, batch.puts);
        for (Assertion assertion : batch.puts) {
            if (!Suppressed.speaksOf(assertion, hidden)) {
                changes.put(assertion);
            }
        }
        batch.removals.forEach(changes::remove);
        Map<String, String> refused = new LinkedHashMap<>();
        for (Generation target : targets) {
            writer.prepare(target);
            for (Refusal refusal : changes.write(writer, target)) {
                String id = StatementChanges.id(refusal.change());
                if (id != null) {
                    refused.put(id, refusal.reason());
                }
            }
        }
        refused.forEach((id, reason) -> {
            ConsumerRecord<byte[], byte[]> record = batch.records.get(id);
            if (record != null) {
                deadLetters.send(record, "the people store refuses it: " + reason);
            }
        });
    }

    private static OrganizationId organization(ConsumerRecord<byte[], byte[]> record)
            throws UndecodableException {
        String organization = Headers.text(record.headers(), Headers.ORGANIZATION);
        if (organization == null) {
            throw new UndecodableException("the record does not say whose it is");
        }
        try {
            return new OrganizationId(organization);
        } catch (IllegalArgumentException e) {
            throw new UndecodableException(String.valueOf(e.getMessage()));
        }
    }

    /** One organization's records; where a key comes several times, the last is remembered. */
    private static final class Batch {
        final List<Assertion> puts = new ArrayList<>();
        final List<String> removals = new ArrayList<>();
        final Map<String, ConsumerRecord<byte[], byte[]>> records = new HashMap<>();

        void add(OrganizationId organization, ConsumerRecord<byte[], byte[]> record)
                throws UndecodableException {
            if (record.key() == null) {
                throw new UndecodableException("the record has no key");
            }
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                removals.add(key);
            } else {
                Assertion assertion = AssertionFormat.read(record.key(), record.value());
                if (!assertion.organization().equals(organization)) {
                    throw new UndecodableException(
                            "the record is filed under another organization");
                }
                puts.add(assertion);
            }
            records.put(key, record);
        }
    }
}
