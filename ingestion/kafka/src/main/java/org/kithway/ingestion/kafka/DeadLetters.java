package org.kithway.ingestion.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.FactLog.LogUnavailableException;
import org.kithway.model.ImportId;
import org.kithway.model.OrganizationId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Records that could not be dealt with, each as it was and with the reason. Handing them to their
 * topic again leaves a mark behind them, so that each is handed on once, but for a crash between
 * the two, and doing it twice is harmless.
 */
public final class DeadLetters {
    private static final String OWN = "dead-letter.";
    private static final String REASON = OWN + "reason";
    private static final String TOPIC = OWN + "topic";
    private static final String PARTITION = OWN + "partition";
    private static final String OFFSET = OWN + "offset";
    private static final String HANDED_ON_BEFORE = OWN + "handed-on-before";
    private static final int AT_ONCE = 1_000;

    private final Sender sender;
    private final KafkaClients clients;
    private final String topic;

    public DeadLetters(Sender sender, KafkaClients clients, Topics topics) {
        this.sender = sender;
        this.clients = clients;
        this.topic = topics.deadLetters();
    }

    /**
     * A record that waits to be handed on again.
     *
     * @param topic where it stood
     * @param offset where it stood in the partition
     * @param imported whose fact it is, or null if it does not say
     */
    public record Letter(
            String topic, int partition, long offset, String reason, @Nullable ImportId imported) {
        private String place() {
            return topic + "/" + partition + "/" + offset;
        }
    }

    /**
     * Puts a record aside; returns when that is acknowledged.
     *
     * @param reason what is wrong; quotes nothing of the record
     * @throws LogUnavailableException if it is not acknowledged
     */
    void send(ConsumerRecord<byte[], byte[]> record, String reason) {
        List<Header> headers = new ArrayList<>();
        record.headers().forEach(headers::add);
        headers.add(Headers.of(REASON, reason));
        headers.add(Headers.of(TOPIC, record.topic()));
        headers.add(Headers.of(PARTITION, record.partition()));
        headers.add(Headers.of(OFFSET, record.offset()));
        sender.send(List.of(new ProducerRecord<>(topic, 0, record.key(), record.value(), headers)));
    }

    /** The organization's letters that wait, oldest first, at most the limit; reads the topic. */
    public List<Letter> list(OrganizationId organization, int limit) {
        List<Letter> letters = new ArrayList<>();
        each(
                organization,
                (letter, record) -> {
                    if (letters.size() < limit) {
                        letters.add(letter);
                    }
                });
        return letters;
    }

    /**
     * Hands the organization's letters to their topic again, with their key, partition and bytes.
     *
     * @param wanted which; the others are dropped
     * @return how many were handed on
     * @throws LogUnavailableException if not all were acknowledged; the letters wait still
     */
    public int replay(OrganizationId organization, Predicate<Letter> wanted) {
        List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
        int[] handedOn = {0};
        long before =
                each(
                        organization,
                        (letter, record) -> {
                            if (wanted.test(letter)) {
                                batch.add(original(letter, record));
                                handedOn[0]++;
                            }
                            if (batch.size() == AT_ONCE) {
                                sender.send(batch);
                                batch.clear();
                            }
                        });
        sender.send(batch);
        sender.send(List.of(mark(organization, before)));
        return handedOn[0];
    }

    private ProducerRecord<byte[], byte[]> mark(OrganizationId organization, long before) {
        byte @Nullable [] nothing = null;
        return new ProducerRecord<>(
                topic,
                0,
                nothing,
                nothing,
                List.of(
                        Headers.of(Headers.ORGANIZATION, organization),
                        Headers.of(HANDED_ON_BEFORE, before)));
    }

    private static ProducerRecord<byte[], byte[]> original(
            Letter letter, ConsumerRecord<byte[], byte[]> record) {
        List<Header> headers = new ArrayList<>();
        record.headers()
                .forEach(header -> {
                    if (!header.key().startsWith(OWN)) {
                        headers.add(header);
                    }
                });
        return new ProducerRecord<>(
                letter.topic(), letter.partition(), record.key(), record.value(), headers);
    }

    private interface Action {
        void accept(Letter letter, ConsumerRecord<byte[], byte[]> record);
    }

    /**
     * Hands on each waiting letter once, though the indexer and the deriver may both have sent it.
     *
     * @return the offset up to which letters were looked at
     */
    private long each(OrganizationId organization, Action action) {
        long[] from = {0};
        long end;
        try (TopicReader reader = TopicReader.ofAll(clients, topic)) {
            Map<Integer, Long> ends = reader.ends();
            end = ends.getOrDefault(0, 0L);
            reader.readTo(
                    ends,
                    () -> {},
                    record -> {
                        String mark = Headers.text(record.headers(), HANDED_ON_BEFORE);
                        if (mark != null && isOf(organization, record)) {
                            from[0] = Math.max(from[0], Long.parseLong(mark));
                        }
                    });
        }
        Set<String> seen = new HashSet<>();
        try (TopicReader reader = TopicReader.from(clients, topic, partition -> from[0])) {
            reader.readTo(
                    Map.of(0, end),
                    () -> {},
                    record -> {
                        Letter letter = isOf(organization, record) ? letter(record) : null;
                        if (letter != null && seen.add(letter.place())) {
                            action.accept(letter, record);
                        }
                    });
        }
        return end;
    }

    private static boolean isOf(OrganizationId organization, ConsumerRecord<?, ?> record) {
        return organization.value().equals(Headers.text(record.headers(), Headers.ORGANIZATION));
    }

    private static @Nullable Letter letter(ConsumerRecord<byte[], byte[]> record) {
        String from = Headers.text(record.headers(), TOPIC);
        String partition = Headers.text(record.headers(), PARTITION);
        String offset = Headers.text(record.headers(), OFFSET);
        String reason = Headers.text(record.headers(), REASON);
        if (from == null || partition == null || offset == null || reason == null) {
            return null;
        }
        String imported = Headers.text(record.headers(), Headers.IMPORT);
        return new Letter(
                from,
                Integer.parseInt(partition),
                Long.parseLong(offset),
                reason,
                imported == null ? null : new ImportId(imported));
    }
}
