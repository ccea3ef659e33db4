package org.kithway.ingestion.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kithway.ingestion.kafka.Installation.TOWN;
import static org.kithway.ingestion.kafka.Installation.await;

import org.junit.jupiter.api.Test;
import org.kithway.model.ImportId;
import org.kithway.registry.Decision;
import org.kithway.registry.LoggedDecision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

final class DecisionPublisherTest {
    @Test
    void publishesInOrderAndOnceThoughTwoNodesTry() throws Exception {
        try (Installation town = new Installation();
                Pipeline second = town.node("node-2");
                DecisionPublisher one = DecisionPublisher.start(town.pipeline);
                DecisionPublisher two = DecisionPublisher.start(second)) {
            for (int i = 0; i < 60; i++) {
                ImportId id = new ImportId("imp_" + i);
                town.decide(() ->
                        town.registry.decisions().append(TOWN, new Decision.ImportUndone(id)));
                if (i % 20 == 0) {
                    one.wake();
                    two.wake();
                }
            }
            await("an empty outbox", () -> town.registry.decisions().unpublished(1).isEmpty());

            List<LoggedDecision> read = new ArrayList<>();
            for (var record : town.scan(town.topics.decisions())) {
                read.add(DecisionRecords.read(record));
            }
            assertThat(read)
                    .extracting(LoggedDecision::sequence)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
            assertThat(read).isEqualTo(town.registry.decisions().all(TOWN, 0, 100));
        }
    }

    @Test
    void anotherNodeTakesOverWhenOneStops() {
        try (Installation town = new Installation();
                Pipeline second = town.node("node-2")) {
            DecisionPublisher.start(town.pipeline).close();
            town.decide(() ->
                    town.registry
                            .decisions()
                            .append(TOWN, new Decision.ImportUndone(new ImportId("imp_1"))));
            try (DecisionPublisher two = DecisionPublisher.start(second)) {
                await("an empty outbox", () -> town.registry.decisions().unpublished(1).isEmpty());
            }
            assertThat(town.scan(town.topics.decisions())).hasSize(1);
        }
    }
}
