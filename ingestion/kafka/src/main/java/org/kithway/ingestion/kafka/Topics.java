package org.kithway.ingestion.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.kithway.ingestion.FactLog.LogUnavailableException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * The topics of one installation.
 *
 * @param prefix what all names begin with
 * @param partitions of the topic of facts, from 1; fixed once the topic exists
 * @param replication how many brokers hold each record
 * @param compaction settings of the compacted topics that take the place of the usual ones
 */
public record Topics(
        String prefix, int partitions, short replication, Map<String, String> compaction) {
    /** For how long whoever was away still finds out that a record was removed. */
    private static final String REMOVALS_KEPT_MS = Long.toString(30L * 24 * 3600 * 1000);

    /** How soon what was removed is gone from the disk. */
    private static final String FORGOTTEN_AFTER_MS = Long.toString(24L * 3600 * 1000);

    private static final Map<String, String> COMPACTED =
            Map.of(
                    "cleanup.policy", "compact",
                    "delete.retention.ms", REMOVALS_KEPT_MS,
                    "segment.ms", FORGOTTEN_AFTER_MS,
                    "max.compaction.lag.ms", FORGOTTEN_AFTER_MS);

    private static final Map<String, String> KEPT =
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");

    public Topics {
        compaction = Map.copyOf(compaction);
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions < 1");
        }
    }

    /** Assertions by key; compacted. */
    public String facts() {
        return prefix + "facts";
    }

    /** Decisions in their order; one partition, kept for good. */
    public String decisions() {
        return prefix + "decisions";
    }

    /** What holds of each pair of people; one partition, compacted. */
    public String ties() {
        return prefix + "ties";
    }

    /** Records that could not be dealt with; one partition, kept for good. */
    public String deadLetters() {
        return prefix + "dead-letters";
    }

    /** The group in which all nodes' indexers share the partitions of the facts. */
    public String indexers() {
        return prefix + "indexer";
    }

    /**
     * Makes the topics that are missing. Nodes may do it at once.
     *
     * @throws LogUnavailableException if the brokers do not answer
     * @throws IllegalStateException if the facts have another number of partitions than this says:
     *     an account's facts would then change places
     */
    public void ensure(Admin admin) {
        Map<String, String> compacted = new HashMap<>(COMPACTED);
        compacted.putAll(compaction);
        for (NewTopic topic :
                List.of(
                        new NewTopic(facts(), partitions, replication).configs(compacted),
                        new NewTopic(decisions(), 1, replication).configs(KEPT),
                        new NewTopic(ties(), 1, replication).configs(compacted),
                        new NewTopic(deadLetters(), 1, replication).configs(KEPT))) {
            try {
                ensure(admin, topic);
            } catch (ExecutionException e) {
                throw new LogUnavailableException(
                        "topic " + topic.name() + " cannot be looked up or made", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LogUnavailableException("interrupted", e);
            }
        }
    }

    private static void ensure(Admin admin, NewTopic topic)
            throws ExecutionException, InterruptedException {
        try {
            TopicDescription found =
                    admin.describeTopics(List.of(topic.name()))
                            .allTopicNames()
                            .get()
                            .get(topic.name());
            if (found != null && found.partitions().size() != topic.numPartitions()) {
                throw new IllegalStateException(
                        "topic %s has %d partitions, not %d: set the number that it has"
                                .formatted(
                                        topic.name(),
                                        found.partitions().size(),
                                        topic.numPartitions()));
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
            create(admin, topic);
        }
    }

    private static void create(Admin admin, NewTopic topic)
            throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            // Another node was faster.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
