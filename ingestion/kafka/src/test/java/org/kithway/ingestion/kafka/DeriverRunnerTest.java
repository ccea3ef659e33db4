package org.kithway.ingestion.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kithway.ingestion.kafka.Installation.TOWN;
import static org.kithway.ingestion.kafka.Installation.await;
import static org.kithway.ingestion.kafka.Installation.generation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.ingestion.Projections.Check;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.model.PartialDate;
import org.kithway.registry.Import.State;
import org.kithway.registry.Member;
import org.kithway.search.Change;
import org.kithway.search.Generation;
import org.kithway.search.TieChange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

final class DeriverRunnerTest {
    private static final Map<String, String> EAGER_COMPACTION =
            Map.of(
                    "segment.ms", "100",
                    "min.cleanable.dirty.ratio", "0.01",
                    "max.compaction.lag.ms", "100",
                    "delete.retention.ms", "0");

    @TempDir Path folder;
    private final Installation town = new Installation(EAGER_COMPACTION);
    private final MemoryGraph graph = new MemoryGraph();
    private final Member ann = town.member("Ann");
    private final Member ben = town.member("Ben");

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void afterAnUndoNothingOfTheImportIsLeftAnywhere() {
        try (Flow flow = new Flow(town.pipeline, folder.resolve("one"))) {
            completed(town.settle(ann, contacts("x", ann, 0, 40)));
            assertThat(findings(flow)).isEmpty();
            Map<String, Change> before = town.writer.documents(generation(1));
            Map<String, TieChange> tiesBefore = ties(1);
            ImportId second = town.settle(ben, contacts("y", ben, 20, 40));
            completed(second);
            assertThat(town.writer.documents(generation(1))).isNotEqualTo(before);

            town.undo(second);

            await("the undo", () -> town.state(second) == State.UNDONE);
            assertThat(town.writer.documents(generation(1))).isEqualTo(before);
            await("the ties", () -> ties(1).equals(tiesBefore));
            assertThat(findings(flow)).isEmpty();
            int[] round = {0};
            await(
                    "compaction",
                    () -> {
                        // What is written last is never compacted.
                        completed(town.settle(ann, contacts("z" + round[0]++, ann, 100, 30)));
                        return town.scan(town.topics.facts()).stream()
                                .noneMatch(record ->
                                        new String(record.key(), StandardCharsets.UTF_8)
                                                .contains(":" + second + ":"));
                    });
            assertThat(findings(flow)).isEmpty();
        }
    }

    @Test
    void aRebuildComesToTheSameAndVerifies() {
        try (Flow flow = new Flow(town.pipeline, folder.resolve("one"))) {
            completed(town.settle(ann, contacts("x", ann, 0, 40)));
            ImportId second = town.settle(ben, contacts("x", ben, 20, 40));
            completed(second);
            ImportId third = town.settle(ben, contacts("y", ben, 0, 10));
            completed(third);
            town.undo(third);
            await("the undo", () -> town.state(third) == State.UNDONE);
            assertThat(findings(flow)).isEmpty();
            Map<String, Change> documents = town.writer.documents(generation(1));
            Map<String, TieChange> ties = ties(1);

            assertThat(flow.projections.rebuild(TOWN)).isTrue();
            assertThat(flow.projections.rebuild(TOWN)).isFalse();
            await("the end", () -> !running(flow));

            assertThat(Objects.requireNonNull(flow.projections.rebuildState(TOWN)).failure())
                    .isNull();
            assertThat(town.registry.organizations().generation(TOWN)).isEqualTo(2);
            assertThat(town.writer.promoted()).isEqualTo(generation(2));
            assertThat(town.writer.documents(generation(2))).isEqualTo(documents);
            await("the ties", () -> generation(2).equals(graph.promoted()) && ties(2).equals(ties));
            completed(town.settle(ann, contacts("z", ann, 50, 5)));
            assertThat(findings(flow)).isEmpty();
        }
    }

    @Test
    void verifyWaitsForTheDeriverThatComesBackAfterARebuild() {
        try (Flow flow = new Flow(town.pipeline, folder.resolve("one"))) {
            completed(town.settle(ann, contacts("x", ann, 0, 5)));
            assertThat(flow.projections.rebuild(TOWN)).isTrue();
            await("the deriver steps aside", () -> flow.derivers.state(TOWN) == null);
            await("the end", () -> !running(flow));

            assertThat(findings(flow)).isEmpty();
        }
    }

    @Test
    void aNodeWithoutTheStateComesToTheSame() {
        try (Flow flow = new Flow(town.pipeline, folder.resolve("one"))) {
            completed(town.settle(ann, contacts("x", ann, 0, 30)));
        }
        Map<String, Change> documents = town.writer.documents(generation(1));
        try (Pipeline other = town.node("node-2");
                Flow flow = new Flow(other, folder.resolve("two"))) {
            Generation present = generation(town.registry.organizations().generation(TOWN));

            assertThat(town.writer.documents(present)).isEqualTo(documents);
            completed(town.settle(ben, contacts("x", ben, 10, 30)));
            assertThat(findings(flow)).isEmpty();
        }
    }

    @Test
    void aNodeThatIsStartedAgainGoesOn() {
        try (Flow flow = new Flow(town.pipeline, folder.resolve("one"))) {
            completed(town.settle(ann, contacts("x", ann, 0, 30)));
        }
        ImportId second = town.settle(ben, contacts("x", ben, 10, 30));
        try (Flow flow = new Flow(town.pipeline, folder.resolve("one"))) {
            completed(second);
            assertThat(town.registry.organizations().generation(TOWN)).isEqualTo(1);
            assertThat(findings(flow)).isEmpty();
        }
    }

    @Test
    void verifyTellsWhatIsMissing() {
        try (Flow flow = new Flow(town.pipeline, folder.resolve("one"))) {
            ImportId id = town.settle(ann, contacts("x", ann, 0, 5));
            completed(id);
            String lost = town.writer.statements(generation(1)).stream().findFirst().orElseThrow();
            town.writer.write(generation(1), List.of(new Change.RemoveStatement(lost)), 5);

            assertThat(findings(flow))
                    .containsExactly(
                            new Check(
                                    id,
                                    "the index holds what the topic holds",
                                    "topic: 10, index: 9"));
        }
    }

    private void completed(ImportId id) {
        await("the import is settled", () -> town.state(id) == State.COMPLETED);
    }

    private static boolean running(Flow flow) {
        var state = flow.projections.rebuildState(TOWN);
        return state == null || state.running();
    }

    private static List<Check> findings(Flow flow) {
        return flow.projections.verify(TOWN).stream()
                .filter(check -> check.finding() != null)
                .toList();
    }

    private Map<String, TieChange> ties(int generation) {
        return graph.ties(generation(generation));
    }

    /** People whom the member is connected with, and what they do. */
    private static List<Fact> contacts(String prefix, Member member, int from, int count) {
        List<Fact> facts = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            AccountId other = AccountId.of(Installation.LINKEDIN, prefix + i);
            facts.add(new Fact.Described(other, Fact.Trait.NAME, "Person " + prefix + i));
            facts.add(
                    new Fact.Connected(
                            AccountId.member(member.id()), other, PartialDate.parse("2019-03")));
        }
        return facts;
    }

    /** All parts of one node. */
    private final class Flow implements AutoCloseable {
        final Indexer indexer;
        final DecisionPublisher publisher;
        final TieFeed feed;
        final DeriverRunner derivers;
        final KafkaProjections projections;

        Flow(Pipeline pipeline, Path own) {
            indexer = Indexer.start(pipeline);
            publisher = DecisionPublisher.start(pipeline);
            feed = TieFeed.start(pipeline, graph);
            derivers = DeriverRunner.start(pipeline, town.settlement, own);
            projections =
                    new KafkaProjections(pipeline, derivers, town.writer, town.writer, graph, own);
            await("deriving begins", () -> derivers.state(TOWN) != null);
        }

        @Override
        public void close() {
            projections.close();
            derivers.close();
            feed.close();
            publisher.close();
            indexer.close();
        }
    }
}
