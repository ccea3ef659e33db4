package org.kithway.ingestion.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.kithway.ingestion.Assertion;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.registry.Member;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class KafkaFactLogTest {
    @Test
    void tellsWhereEachPartitionEndsOnceEverythingIsAcknowledged() {
        try (Installation town = new Installation()) {
            List<Assertion> said = skills(town, 50);

            Map<Integer, Long> ends = town.pipeline.factLog().append(said);

            Map<Integer, Long> held = new TreeMap<>();
            town.scan(town.topics.facts())
                    .forEach(record ->
                            held.merge(record.partition(), record.offset() + 1, Math::max));
            assertThat(ends).isEqualTo(held).hasSize(3);
            assertThat(ends.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(50);
        }
    }

    @Test
    void aRemovalReachesThePartitionOfWhatItRemoves() {
        try (Installation town = new Installation()) {
            List<Assertion> said = skills(town, 20);
            town.pipeline.factLog().append(said);
            FactRecords records = FactRecords.of(town.topics);

            town.pipeline
                    .sender()
                    .send(
                            said.stream()
                                    .map(one ->
                                            records.remove(
                                                    one.organization(),
                                                    one.fact().subject(),
                                                    one.key(),
                                                    one.imported()))
                                    .toList());

            Map<String, List<ConsumerRecord<byte[], byte[]>>> byKey = new TreeMap<>();
            town.scan(town.topics.facts())
                    .forEach(record ->
                            byKey.computeIfAbsent(
                                            new String(record.key(), StandardCharsets.UTF_8),
                                            key -> new ArrayList<>())
                                    .add(record));
            assertThat(byKey).hasSize(20);
            assertThat(byKey.values())
                    .allSatisfy(both -> {
                        assertThat(both).hasSize(2);
                        assertThat(both.getFirst().partition())
                                .isEqualTo(both.getLast().partition());
                        assertThat(both.getFirst().value()).isNotNull();
                        assertThat(both.getLast().value()).isNull();
                    });
        }
    }

    @Test
    void makingTopicsTwiceIsHarmless() {
        try (Installation town = new Installation();
                Pipeline another = town.node("node-2")) {
            another.topics().ensure(another.admin());

            assertThat(town.scan(town.topics.facts())).isEmpty();
        }
    }

    private static List<Assertion> skills(Installation town, int count) {
        Member ann = town.member("Ann");
        ImportId imported = town.imported(ann);
        List<Assertion> said = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            AccountId account = AccountId.of(Installation.LINKEDIN, "p" + i);
            said.add(town.assertion(imported, ann, new Fact.Skill(account, "Rust"), i + 1));
        }
        return said;
    }
}
