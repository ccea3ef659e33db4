package org.kithway.ingestion.kafka;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Assertion;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.OrganizationId;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Records of the topic of facts. Their partition follows from the organization and the fact's
 * subject, so that an account's facts keep their order, and what removes a fact comes after it.
 */
record FactRecords(String topic, int partitions) {
    static FactRecords of(Topics topics) {
        return new FactRecords(topics.facts(), topics.partitions());
    }

    /** CRC-32C of {@code organization/account}, modulo the number of partitions. */
    int partition(OrganizationId organization, AccountId subject) {
        CRC32C hash = new CRC32C();
        hash.update((organization + "/" + subject).getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % partitions);
    }

    ProducerRecord<byte[], byte[]> put(Assertion assertion) {
        return record(
                assertion.organization(),
                assertion.fact().subject(),
                assertion.key(),
                AssertionFormat.write(assertion),
                List.of(
                        Headers.of(Headers.ORGANIZATION, assertion.organization()),
                        Headers.of(Headers.IMPORT, assertion.imported())));
    }

    ProducerRecord<byte[], byte[]> remove(
            OrganizationId organization, AccountId subject, String key, ImportId imported) {
        return record(
                organization,
                subject,
                key,
                null,
                List.of(
                        Headers.of(Headers.ORGANIZATION, organization),
                        Headers.of(Headers.IMPORT, imported),
                        Headers.of(Headers.SUBJECT, subject)));
    }

    private ProducerRecord<byte[], byte[]> record(
            OrganizationId organization,
            AccountId subject,
            String key,
            byte @Nullable [] value,
            List<Header> headers) {
        return new ProducerRecord<>(
                topic,
                partition(organization, subject),
                key.getBytes(StandardCharsets.UTF_8),
                value,
                headers);
    }
}
