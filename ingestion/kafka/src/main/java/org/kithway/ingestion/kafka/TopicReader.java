package org.kithway.ingestion.kafka;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

/** Reads partitions of a topic from offsets to offsets; for one thread. */
final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    private TopicReader(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Begins all partitions of a topic at their beginning. */
    static TopicReader ofAll(KafkaClients clients, String topic) {
        Consumer<byte[], byte[]> consumer = clients.consumer();
        return new TopicReader(
                consumer,
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList());
    }

    /** Begins all partitions of a topic where the caller left off. */
    static TopicReader from(KafkaClients clients, String topic, IntToLongFunction offsets) {
        TopicReader reader = ofAll(clients, topic);
        for (TopicPartition each : reader.partitions) {
            reader.consumer.seek(each, offsets.applyAsLong(each.partition()));
        }
        return reader;
    }

    /** Begins one partition at its beginning. */
    static TopicReader of(KafkaClients clients, String topic, int partition) {
        return new TopicReader(clients.consumer(), List.of(new TopicPartition(topic, partition)));
    }

    /** The offset after the last record of each partition. */
    Map<Integer, Long> ends() {
        Map<Integer, Long> ends = new TreeMap<>();
        consumer.endOffsets(partitions)
                .forEach((partition, end) -> ends.put(partition.partition(), end));
        return ends;
    }

    /** What becomes of a record. */
    interface Action {
        void accept(ConsumerRecord<byte[], byte[]> record);
    }

    /** Hands on what comes within a fraction of a second. */
    int poll(Action action) {
        return poll(POLL, action);
    }

    /** Hands on what comes within the time. */
    int poll(Duration time, Action action) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(time);
        records.forEach(action::accept);
        return records.count();
    }

    List<Integer> partitions() {
        return partitions.stream().map(TopicPartition::partition).toList();
    }

    long position(int partition) {
        return consumer.position(new TopicPartition(topic(), partition));
    }

    /**
     * Hands on every record before the ends, each partition's in order.
     *
     * @param keepGoing called at least every few thousand records; may throw to end the reading
     */
    void readTo(Map<Integer, Long> ends, Runnable keepGoing, Action action) {
        List<TopicPartition> unfinished = new ArrayList<>(partitions);
        while (!finished(unfinished, ends)) {
            keepGoing.run();
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < ends.getOrDefault(record.partition(), 0L)) {
                    action.accept(record);
                }
            }
        }
        consumer.resume(partitions);
    }

    /** Stops at each end that is reached, so that nothing beyond it is passed over. */
    private boolean finished(List<TopicPartition> unfinished, Map<Integer, Long> ends) {
        unfinished.removeIf(partition -> {
            long end = ends.getOrDefault(partition.partition(), 0L);
            long position = consumer.position(partition);
            if (position < end) {
                return false;
            }
            if (position > end && end > 0) {
                consumer.seek(partition, end);
            }
            consumer.pause(List.of(partition));
            return true;
        });
        return unfinished.isEmpty();
    }

    private String topic() {
        return partitions.getFirst().topic();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
