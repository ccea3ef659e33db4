package org.kithway.ingestion.kafka;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.FactLog.LogUnavailableException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Sends records and waits until every one is acknowledged; for any number of threads. */
public final class Sender implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;

    public Sender(KafkaClients clients) {
        this.producer = clients.producer();
    }

    /**
     * Sends records of one topic.
     *
     * @return for each partition that got any, the offset after the last of them
     * @throws LogUnavailableException if not all were acknowledged; all may be sent again
     */
    Map<Integer, Long> send(List<ProducerRecord<byte[], byte[]>> records) {
        try {
            List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(records.size());
            for (ProducerRecord<byte[], byte[]> record : records) {
                acknowledgements.add(producer.send(record));
            }
            Map<Integer, Long> ends = new TreeMap<>();
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                RecordMetadata written = acknowledgement.get();
                ends.merge(written.partition(), written.offset() + 1, Math::max);
            }
            return ends;
        } catch (ExecutionException e) {
            throw new LogUnavailableException(
                    "Kafka did not acknowledge every record: " + kind(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("interrupted before Kafka acknowledged", e);
        } catch (InterruptException e) {
            throw new LogUnavailableException("interrupted before Kafka acknowledged", e);
        } catch (KafkaException | IllegalStateException e) {
            throw new LogUnavailableException("Kafka takes no records: " + kind(e), e);
        }
    }

    private static String kind(@Nullable Throwable cause) {
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }

    @Override
    public void close() {
        producer.close();
    }
}
