package org.kithway.ingestion.kafka;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.kithway.ingestion.FactLog.LogUnavailableException;

import java.util.Map;
import java.util.concurrent.ExecutionException;

/** How far the indexers of all nodes have come. */
final class Indexed {
    private final Pipeline pipeline;

    Indexed(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Whether every record before these offsets is in the store or put aside.
     *
     * @throws LogUnavailableException if the brokers do not say
     */
    boolean reached(Map<Integer, Long> ends) {
        if (ends.isEmpty()) {
            return true;
        }
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        return ends.entrySet().stream()
                .allMatch(end -> {
                    OffsetAndMetadata reached =
                            committed.get(
                                    new TopicPartition(pipeline.topics().facts(), end.getKey()));
                    return reached != null && reached.offset() >= end.getValue();
                });
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        try {
            return pipeline.admin()
                    .listConsumerGroupOffsets(pipeline.topics().indexers())
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw new LogUnavailableException("Kafka does not say how far the index is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("interrupted", e);
        }
    }
}
