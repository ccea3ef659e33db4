package org.kithway.ingestion.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.kithway.model.OrganizationId;
import org.kithway.registry.DecisionFormat;
import org.kithway.registry.LoggedDecision;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * Records of the topic of decisions: the key is the organization, the headers tell number and time,
 * the value is the decision as {@link DecisionFormat} writes it.
 */
final class DecisionRecords {
    private static final String SEQUENCE = "sequence";
    private static final String RECORDED = "recorded";

    private DecisionRecords() {}

    static ProducerRecord<byte[], byte[]> write(String topic, LoggedDecision logged) {
        return new ProducerRecord<>(
                topic,
                0,
                logged.organization().value().getBytes(StandardCharsets.UTF_8),
                DecisionFormat.write(logged.decision()).getBytes(StandardCharsets.UTF_8),
                List.of(
                        Headers.of(Headers.ORGANIZATION, logged.organization()),
                        Headers.of(SEQUENCE, logged.sequence()),
                        Headers.of(RECORDED, logged.recorded())));
    }

    /**
     * @throws UndecodableException if this is nothing that {@link #write} writes
     */
    static LoggedDecision read(ConsumerRecord<byte[], byte[]> record) throws UndecodableException {
        String organization = Headers.text(record.headers(), Headers.ORGANIZATION);
        String sequence = Headers.text(record.headers(), SEQUENCE);
        String recorded = Headers.text(record.headers(), RECORDED);
        byte[] value = record.value();
        if (organization == null || sequence == null || recorded == null || value == null) {
            throw new UndecodableException("the record has no value or lacks a header");
        }
        try {
            return new LoggedDecision(
                    new OrganizationId(organization),
                    Long.parseLong(sequence),
                    Instant.parse(recorded),
                    DecisionFormat.read(new String(value, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UndecodableException("the record is not a decision");
        }
    }
}
