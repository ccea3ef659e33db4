package org.kithway.ingestion.kafka;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.FactLog.LogUnavailableException;
import org.kithway.search.Generation;
import org.kithway.search.TieChange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Says on the topic of ties what holds of pairs of people. */
final class TieSender {
    private static final int AT_ONCE = 5_000;

    private final Sender sender;
    private final KafkaClients clients;
    private final String topic;

    TieSender(Sender sender, KafkaClients clients, Topics topics) {
        this.sender = sender;
        this.clients = clients;
        this.topic = topics.ties();
    }

    /**
     * @throws LogUnavailableException if not all were acknowledged; all may be sent again
     */
    void send(Generation generation, List<TieChange> changes) {
        sender.send(
                changes.stream()
                        .map(change ->
                                record(
                                        TieFormat.key(generation, change),
                                        TieFormat.value(change.state())))
                        .toList());
    }

    /**
     * Removes all that the topic says in a generation; reads the whole topic.
     *
     * @param keepGoing called every few thousand records
     */
    void forget(Generation generation, Runnable keepGoing) {
        String prefix = TieFormat.keyPrefix(generation);
        List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
        try (TopicReader reader = TopicReader.ofAll(clients, topic)) {
            reader.readTo(
                    reader.ends(),
                    keepGoing,
                    found -> {
                        byte[] key = found.key();
                        if (key != null
                                && found.value() != null
                                && new String(key, StandardCharsets.UTF_8).startsWith(prefix)) {
                            batch.add(record(key, null));
                        }
                        if (batch.size() == AT_ONCE) {
                            sender.send(batch);
                            batch.clear();
                        }
                    });
        }
        sender.send(batch);
    }

    private ProducerRecord<byte[], byte[]> record(byte[] key, byte @Nullable [] value) {
        return new ProducerRecord<>(topic, 0, key, value);
    }
}
