package org.kithway.ingestion.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kithway.ingestion.kafka.Installation.TOWN;
import static org.kithway.ingestion.kafka.Installation.await;
import static org.kithway.ingestion.kafka.Installation.generation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PartialDate;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.kithway.model.TieEvidence;
import org.kithway.model.TieEvidence.Direction;
import org.kithway.search.TieChange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class TieFeedTest {
    private final Installation town = new Installation();
    private final MemoryGraph graph = new MemoryGraph();
    private final TieSender sender =
            new TieSender(town.pipeline.sender(), town.clients, town.topics);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void readsWhatWasSaidOfEveryKindOfTie() {
        Layer own = Layer.of(new MemberId("mem_1"));
        List<TieChange> said =
                List.of(
                        known(1, 0.1 + 0.2),
                        new TieChange(own, person(1), person(2), new TieChange.State.Absent()));
        sender.send(generation(1), said);
        try (TieFeed feed = TieFeed.start(town.pipeline, graph)) {
            await("the feed is ready", feed::ready);
        }
        assertThat(graph.ties(generation(1)).values()).containsExactlyInAnyOrderElementsOf(said);
    }

    @Test
    void forgetsWhatIsSaidNoLonger() {
        sender.send(generation(1), List.of(known(1, 1), known(2, 1)));
        sender.send(
                generation(1),
                List.of(
                        new TieChange(
                                Layer.ORGANIZATION,
                                person(1),
                                person(100),
                                new TieChange.State.Silent())));
        try (TieFeed feed = TieFeed.start(town.pipeline, graph)) {
            await("the feed is ready", feed::ready);
        }
        assertThat(graph.ties(generation(1)).values()).containsExactly(known(2, 1));
    }

    @Test
    void goesOnFromTheOffsetThatTheGraphHolds() {
        sender.send(generation(1), many(1, 50));
        try (TieFeed feed = TieFeed.start(town.pipeline, graph)) {
            await("the feed is ready", feed::ready);
        }
        assertThat(graph.told()).isEqualTo(50);
        sender.send(generation(1), many(51, 10));

        try (TieFeed feed = TieFeed.start(town.pipeline, graph)) {
            await("the feed is ready", feed::ready);
            sender.send(generation(1), many(61, 5));
            await("what comes later", () -> graph.ties(generation(1)).size() == 65);
        }
        assertThat(graph.told()).isEqualTo(65);
    }

    @Test
    void putsTheNextGenerationInItsPlaceOnceAllOfItIsApplied() {
        sender.send(generation(1), many(1, 10));
        try (TieFeed feed = TieFeed.start(town.pipeline, graph)) {
            await("the feed is ready", feed::ready);
            sender.send(generation(2), many(1, 20));
            town.registry.organizations().promoteGeneration(TOWN, 1);
            sender.forget(generation(1), () -> {});

            await("the promotion", () -> generation(2).equals(graph.promoted()));
        }
        assertThat(graph.ties(generation(2))).hasSize(20);
        assertThat(graph.told()).as("nothing was taken from the old one").isEqualTo(30);
    }

    private static List<TieChange> many(int from, int count) {
        List<TieChange> ties = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            ties.add(known(i, i));
        }
        return ties;
    }

    private static TieChange known(int number, double weight) {
        Direction out =
                new Direction(
                        3,
                        weight,
                        Instant.parse("2024-01-02T03:04:05.000000006Z"),
                        1,
                        2,
                        List.of("Go", "Rust"),
                        1,
                        true,
                        false,
                        true);
        return new TieChange(
                Layer.ORGANIZATION,
                person(number),
                person(number + 99),
                new TieChange.State.Known(
                        new TieEvidence(
                                List.of(
                                        new TieEvidence.AtSite(
                                                new Site("linkedin"),
                                                true,
                                                PartialDate.parse("2019-03"),
                                                out,
                                                Direction.NONE),
                                        new TieEvidence.AtSite(
                                                new Site("slack"),
                                                false,
                                                null,
                                                Direction.NONE,
                                                out)),
                                7)));
    }

    private static PersonId person(int number) {
        return new PersonId("per_%05d".formatted(number));
    }
}
