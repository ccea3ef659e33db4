package org.kithway.ingestion.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kithway.ingestion.kafka.Installation.TOWN;
import static org.kithway.ingestion.kafka.Installation.await;
import static org.kithway.ingestion.kafka.Installation.generation;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kithway.ingestion.Assertion;
import org.kithway.ingestion.kafka.DeadLetters.Letter;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.registry.Member;
import org.kithway.registry.Suppressions;
import org.kithway.search.Change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class IndexerTest {
    private final Installation town = new Installation();
    private final Member ann = town.member("Ann");
    private final ImportId imported = town.imported(ann);
    private final Indexed indexed = new Indexed(town.pipeline);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void commitsNothingBeforeTheStoreHasTakenEverything() {
        List<Assertion> said = skills(0, 3_000);
        town.writer.beBusyFor(Integer.MAX_VALUE);
        Map<Integer, Long> ends = town.pipeline.factLog().append(said);
        try (Indexer indexer = Indexer.start(town.pipeline)) {
            await("busy answers", () -> town.writer.answeredBusy() > 2);
            assertThat(indexed.reached(Map.of(0, 1L))).isFalse();
            assertThat(indexed.reached(Map.of(1, 1L))).isFalse();
            assertThat(indexed.reached(Map.of(2, 1L))).isFalse();
            assertThat(indexer.failure()).isNotNull();

            town.writer.beBusyFor(0);

            await("everything is indexed", () -> indexed.reached(ends));
            assertThat(indexer.failure()).isNull();
        }
        assertThat(town.writer.statements(generation(1))).containsExactlyElementsOf(keys(said));
    }

    @Test
    void goesOnWhereAnotherNodeLeftOff() {
        List<Assertion> first = skills(0, 100);
        List<Assertion> second = skills(100, 100);
        Map<Integer, Long> firstEnds = town.pipeline.factLog().append(first);
        try (Indexer indexer = Indexer.start(town.pipeline)) {
            await("the first are indexed", () -> indexed.reached(firstEnds));
        }
        Map<Integer, Long> ends = town.pipeline.factLog().append(second);
        try (Pipeline other = town.node("node-2");
                Indexer one = Indexer.start(other);
                Indexer two = Indexer.start(town.pipeline)) {
            await("all are indexed", () -> indexed.reached(ends));
        }
        List<Assertion> all = new ArrayList<>(first);
        all.addAll(second);
        assertThat(town.writer.statements(generation(1))).containsExactlyElementsOf(keys(all));
    }

    @Test
    void aRemovalWinsHoweverOftenBothAreReadAgain() {
        List<Assertion> said = skills(0, 10);
        town.pipeline.factLog().append(said);
        FactRecords records = FactRecords.of(town.topics);
        Map<Integer, Long> ends =
                town.pipeline
                        .sender()
                        .send(
                                said.subList(0, 9).stream()
                                        .map(one ->
                                                records.remove(
                                                        TOWN,
                                                        one.fact().subject(),
                                                        one.key(),
                                                        imported))
                                        .toList());
        town.writer.beBusyFor(3);
        try (Indexer indexer = Indexer.start(town.pipeline)) {
            await("all are indexed", () -> indexed.reached(ends));
        }
        assertThat(town.writer.statements(generation(1))).containsExactly(said.getLast().key());
    }

    @Test
    void aRecordThatCannotBeReadIsPutAsideAsItWas() {
        byte[] key = "odd".getBytes(StandardCharsets.UTF_8);
        byte[] value = "{\"secret\":1}".getBytes(StandardCharsets.UTF_8);
        town.pipeline
                .sender()
                .send(
                        List.of(
                                new ProducerRecord<>(
                                        town.topics.facts(),
                                        1,
                                        key,
                                        value,
                                        List.of(
                                                Headers.of(Headers.ORGANIZATION, TOWN),
                                                Headers.of(Headers.IMPORT, imported)))));
        try (Indexer indexer = Indexer.start(town.pipeline)) {
            await("it is passed", () -> indexed.reached(Map.of(1, 1L)));
        }

        List<Letter> letters = town.pipeline.deadLetters().list(TOWN, 10);

        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst())
                .isEqualTo(
                        new Letter(
                                town.topics.facts(),
                                1,
                                0,
                                "the fields are not those of an assertion",
                                imported));
        assertThat(town.scan(town.topics.deadLetters()).getFirst().value()).isEqualTo(value);
        assertThat(town.scan(town.topics.deadLetters()).getFirst().key()).isEqualTo(key);
    }

    @Test
    void whatTheStoreRefusesIsIndexedWhenHandedOnAgainAfterMending() {
        List<Assertion> said = skills(0, 20);
        String odd = said.get(7).key();
        town.writer.refuse(change ->
                change instanceof Change.PutStatement put && put.statement().id().equals(odd));
        Map<Integer, Long> ends = town.pipeline.factLog().append(said);
        try (Indexer indexer = Indexer.start(town.pipeline)) {
            await("all are passed", () -> indexed.reached(ends));
            assertThat(town.writer.statements(generation(1))).hasSize(19).doesNotContain(odd);
            assertThat(town.pipeline.deadLetters().list(TOWN, 10))
                    .extracting(Letter::reason)
                    .containsExactly("the people store refuses it: it is not wanted");

            town.writer.refuse(change -> false);
            assertThat(town.pipeline.deadLetters().replay(TOWN, letter -> true)).isEqualTo(1);

            await("it is indexed", () -> town.writer.statements(generation(1)).contains(odd));
        }
        assertThat(town.pipeline.deadLetters().list(TOWN, 10)).isEmpty();
        assertThat(town.pipeline.deadLetters().replay(TOWN, letter -> true)).isZero();
        assertThat(town.scan(town.topics.facts())).hasSize(21);
    }

    @Test
    void nobodyWhoWishesNotToBeKeptIsWritten() {
        List<Assertion> said = skills(0, 5);
        var key = town.registry.organizations().find(TOWN).orElseThrow().key();
        town.registry
                .suppressions()
                .add(TOWN, Set.of(Suppressions.digest(key, said.get(2).fact().subject())));
        Map<Integer, Long> ends = town.pipeline.factLog().append(said);
        try (Indexer indexer = Indexer.start(town.pipeline)) {
            await("all are passed", () -> indexed.reached(ends));
        }
        assertThat(town.writer.statements(generation(1)))
                .hasSize(4)
                .doesNotContain(said.get(2).key());
    }

    @Test
    void writesTheGenerationThatIsBeingBuiltToo() {
        Builds builds = new Builds(town.registry);
        List<Assertion> said = skills(0, 5);
        assertThat(builds.announce(generation(2), "node-9")).isTrue();
        Map<Integer, Long> ends = town.pipeline.factLog().append(said);
        try (Indexer indexer = Indexer.start(town.pipeline)) {
            await("all are indexed", () -> indexed.reached(ends));
        }
        assertThat(town.writer.statements(generation(1))).containsExactlyElementsOf(keys(said));
        assertThat(town.writer.statements(generation(2))).containsExactlyElementsOf(keys(said));
    }

    private List<Assertion> skills(int from, int count) {
        List<Assertion> said = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            AccountId account = AccountId.of(Installation.LINKEDIN, "p" + i);
            said.add(town.assertion(imported, ann, new Fact.Skill(account, "Rust"), i + 1));
        }
        return said;
    }

    private static List<String> keys(List<Assertion> said) {
        return said.stream().map(Assertion::key).sorted().toList();
    }
}
