package org.kithway.search.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.kithway.model.TieEvidence;
import org.kithway.model.TieEvidence.Direction;
import org.kithway.quality.Circle;
import org.kithway.search.Generation;
import org.kithway.search.Introductions.Request;
import org.kithway.search.Introductions.Tie;
import org.kithway.search.TieChange;
import org.kithway.search.TieChange.State;
import org.kithway.search.Viewer;
import org.kithway.strength.StrengthModel;
import org.kithway.strength.TieStrength;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

class TieGraphStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final OrganizationId ORGANIZATION = new OrganizationId("acme");
    private static final Generation FIRST = new Generation(ORGANIZATION, 1);
    private static final MemberId ANN = new MemberId("mem_ann");
    private static final Viewer ANNS = new Viewer(ORGANIZATION, ANN);
    private static final Viewer BENS = new Viewer(ORGANIZATION, new MemberId("mem_ben"));

    private final TieGraphStore store = new TieGraphStore(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aRouteLeadsOverThePeopleWhoKnowEachOther() {
        store.apply(
                FIRST,
                List.of(known(Layer.ORGANIZATION, 1, 2, 3), known(Layer.ORGANIZATION, 2, 3, 5)),
                2);

        assertThat(store.routes(BENS, request(1, 3)).routes())
                .singleElement()
                .satisfies(route -> {
                    assertThat(route.hops()).hasSize(2);
                    assertThat(route.hops().getFirst().evidence().out().messages()).isEqualTo(3);
                });
        assertThat(store.offset(FIRST)).isEqualTo(2);
    }

    @Test
    void evidenceIsSeenFromTheOneWhoAsks() {
        store.apply(FIRST, List.of(known(Layer.ORGANIZATION, 1, 2, 3)), 1);

        assertThat(
                        store.routes(BENS, request(2, 1))
                                .routes()
                                .getFirst()
                                .hops()
                                .getFirst()
                                .evidence()
                                .in()
                                .messages())
                .isEqualTo(3);
    }

    @Test
    void whatAMemberAloneSaysChangesNobodyElsesRoutes() {
        store.apply(
                FIRST,
                List.of(
                        known(Layer.ORGANIZATION, 1, 2, 3),
                        known(Layer.of(ANN), 2, 7, 9),
                        new TieChange(Layer.of(ANN), person(1), person(2), new State.Absent())),
                1);

        assertThat(store.routes(BENS, request(1, 2)).routes()).hasSize(1);
        assertThat(store.routes(BENS, request(2, 7)).routes()).isEmpty();
        assertThat(store.routes(ANNS, request(1, 2)).routes()).isEmpty();
        assertThat(store.routes(ANNS, request(2, 7)).routes()).hasSize(1);
    }

    @Test
    void excludedPeopleTakeNoPart() {
        store.apply(
                FIRST,
                List.of(known(Layer.ORGANIZATION, 1, 2, 3), known(Layer.ORGANIZATION, 2, 3, 5)),
                1);
        Request without =
                new Request(
                        Set.of(person(1)),
                        Set.of(person(3)),
                        5,
                        4,
                        100,
                        Set.of(person(2)),
                        Map.of());

        assertThat(store.routes(BENS, without).routes()).isEmpty();
    }

    @Test
    void aFirstContactIsAskedForNoMoreRoutesThanAreWanted() {
        store.apply(
                FIRST,
                List.of(
                        known(Layer.ORGANIZATION, 1, 2, 9),
                        known(Layer.ORGANIZATION, 2, 5, 9),
                        known(Layer.ORGANIZATION, 2, 6, 9),
                        known(Layer.ORGANIZATION, 5, 9, 9),
                        known(Layer.ORGANIZATION, 6, 9, 9),
                        known(Layer.ORGANIZATION, 1, 3, 1),
                        known(Layer.ORGANIZATION, 3, 9, 1)),
                1);

        assertThat(store.routes(BENS, asked(3, 100)).routes()).hasSize(3);
        assertThat(store.routes(BENS, asked(3, 1)).routes())
                .extracting(route -> route.hops().getFirst().to())
                .containsExactlyInAnyOrder(person(2), person(3));
    }

    private static Request asked(int routes, int perContact) {
        return new Request(
                Set.of(person(1)), Set.of(person(9)), routes, 4, perContact, Set.of(), Map.of());
    }

    @Test
    void aCircleHoldsContactsTheirTiesAndWhomTheyOpen() {
        store.apply(
                FIRST,
                List.of(
                        known(Layer.ORGANIZATION, 1, 2, 3),
                        known(Layer.ORGANIZATION, 1, 3, 3),
                        known(Layer.ORGANIZATION, 2, 3, 3),
                        known(Layer.ORGANIZATION, 3, 4, 3),
                        known(Layer.ORGANIZATION, 4, 5, 3),
                        known(Layer.of(ANN), 1, 6, 3)),
                1);

        Circle circle = store.circle(BENS, Set.of(person(1)), Set.of(person(1), person(3)));

        assertThat(circle.contacts()).hasSize(2);
        assertThat(circle.among()).hasSize(1);
        assertThat(circle.tellers()).isEqualTo(1);
        assertThat(circle.withinTwo()).isEqualTo(3);
        assertThat(circle.withinThree()).isEqualTo(4);
        assertThat(store.circle(ANNS, Set.of(person(1)), Set.of()).contacts()).hasSize(3);
        assertThat(store.circle(BENS, Set.of(person(9)), Set.of()).contacts()).isEmpty();
    }

    @Test
    void aRouteNeverLeadsOverATieThatTheMembersOwnLayerDenies() {
        store.apply(
                FIRST,
                List.of(
                        known(Layer.ORGANIZATION, 1, 2, 3),
                        known(Layer.ORGANIZATION, 2, 3, 3),
                        new TieChange(Layer.of(ANN), person(2), person(3), new State.Absent())),
                1);

        assertThat(store.routes(ANNS, request(1, 3)).routes()).isEmpty();
        assertThat(store.routes(BENS, request(1, 3)).routes()).hasSize(1);
    }

    @Test
    void aMembersViewFollowsLaterChangesOfEitherLayer() {
        store.apply(FIRST, List.of(known(Layer.of(ANN), 1, 2, 3)), 1);
        assertThat(store.ties(ANNS, person(1), 9)).hasSize(1);

        store.apply(FIRST, List.of(known(Layer.ORGANIZATION, 1, 3, 3)), 2);
        assertThat(store.ties(ANNS, person(1), 9)).hasSize(2);

        store.apply(FIRST, List.of(known(Layer.of(ANN), 1, 4, 3)), 3);
        assertThat(store.ties(ANNS, person(1), 9)).hasSize(3);
        assertThat(store.ties(BENS, person(1), 9)).hasSize(1);
    }

    @Test
    void tiesWeakenAsDaysPass() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        TieGraphStore aging = new TieGraphStore(clock(now));
        aging.apply(
                FIRST,
                List.of(known(Layer.ORGANIZATION, 1, 2, 9), known(Layer.of(ANN), 1, 3, 9)),
                1);
        for (int day : new int[] {0, 1, 400}) {
            now.set(NOW.plus(Duration.ofDays(day).plusHours(7)));
            double aged = strength(NOW.plus(Duration.ofDays(day))).chance(evidence(9), 0);
            assertThat(aging.ties(ANNS, person(1), 9))
                    .hasSize(2)
                    .allSatisfy(tie -> assertThat(tie.probability()).isCloseTo(aged, within(1e-6)));
        }
    }

    @Test
    void allThatIsSaidIsHandedOnOnceAndNothingThatWasTakenBack() {
        List<TieChange> said =
                List.of(
                        known(Layer.ORGANIZATION, 1, 2, 3),
                        known(Layer.of(ANN), 1, 2, 5),
                        new TieChange(Layer.of(ANN), person(2), person(3), new State.Absent()));
        store.apply(FIRST, said, 3);
        store.apply(
                FIRST,
                List.of(
                        known(Layer.ORGANIZATION, 4, 5, 3),
                        new TieChange(
                                Layer.ORGANIZATION, person(4), person(5), new State.Silent())),
                5);

        List<TieChange> handedOn = new ArrayList<>();
        store.each(FIRST, handedOn::add);
        assertThat(handedOn).containsExactlyInAnyOrderElementsOf(said);
    }

    @Test
    void questionsFromManyThreadsAreAnsweredWhileTiesChange() throws Exception {
        store.apply(
                FIRST,
                List.of(known(Layer.ORGANIZATION, 1, 2, 3), known(Layer.ORGANIZATION, 2, 3, 3)),
                1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> asking = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Viewer viewer = i % 2 == 0 ? ANNS : BENS;
                asking.add(
                        threads.submit(() ->
                                assertThat(store.routes(viewer, request(1, 3)).routes())
                                        .isNotEmpty()));
                store.apply(FIRST, List.of(known(Layer.of(ANN), 1, 4 + i % 20, i)), 2 + i);
                store.apply(FIRST, List.of(known(Layer.ORGANIZATION, 3, 4 + i % 20, i)), 2 + i);
            }
            for (Future<?> answer : asking) {
                answer.get();
            }
        }
    }

    @Test
    void aGenerationAnswersFromWhenItIsPromoted() {
        store.apply(FIRST, List.of(known(Layer.ORGANIZATION, 1, 2, 3)), 1);
        store.promote(FIRST);
        store.apply(FIRST.next(), List.of(known(Layer.ORGANIZATION, 3, 4, 3)), 2);
        assertThat(store.routes(BENS, request(3, 4)).routes()).isEmpty();

        store.promote(FIRST.next());
        assertThat(store.routes(BENS, request(3, 4)).routes()).hasSize(1);
        assertThat(store.offset(FIRST)).isZero();
    }

    @Test
    void tiesAreThoseThatTheChangesAddUpTo() {
        long seed = 20260301;
        Random random = new Random(seed);
        Map<Layer, Map<String, State>> expected = new HashMap<>();
        for (int batch = 0; batch < 300; batch++) {
            Layer layer = random.nextInt(3) == 0 ? Layer.of(ANN) : Layer.ORGANIZATION;
            int a = random.nextInt(12);
            int b = a + 1 + random.nextInt(12);
            State state =
                    switch (random.nextInt(4)) {
                        case 0 -> new State.Silent();
                        case 1 -> layer.isOrganization() ? new State.Silent() : new State.Absent();
                        default -> new State.Known(evidence(random.nextInt(30)));
                    };
            store.apply(FIRST, List.of(new TieChange(layer, person(a), person(b), state)), batch);
            expected.computeIfAbsent(layer, l -> new HashMap<>()).put(key(a, b), state);
            for (int p = 0; p < 24; p++) {
                for (Viewer viewer : List.of(ANNS, BENS)) {
                    Map<String, Double> naive = new HashMap<>();
                    for (int other = 0; other < 24; other++) {
                        State seen = seen(expected, viewer, Math.min(p, other), Math.max(p, other));
                        if (other != p && seen instanceof State.Known known) {
                            TieEvidence from =
                                    p < other ? known.evidence() : known.evidence().reversed();
                            int common = common(expected, p, other);
                            naive.put(person(other).value(), strength(NOW).chance(from, common));
                        }
                    }
                    Map<String, Double> held = new HashMap<>();
                    for (Tie tie : store.ties(viewer, person(p), 100)) {
                        held.put(tie.other().value(), tie.probability());
                    }
                    assertThat(held.keySet()).as("seed %d", seed).isEqualTo(naive.keySet());
                    held.forEach((other, probability) ->
                            assertThat(probability).isCloseTo(naive.get(other), within(1e-6)));
                }
            }
        }
    }

    @Test
    void aRouteIsAsLikelyAsThoseBetweenAreWilling() {
        store.apply(
                FIRST,
                List.of(known(Layer.ORGANIZATION, 1, 2, 3), known(Layer.ORGANIZATION, 2, 3, 5)),
                2);
        double full = store.routes(BENS, request(1, 3)).routes().getFirst().probability();

        assertThat(
                        store.routes(BENS, request(1, 3, Map.of(person(2), 0.5)))
                                .routes()
                                .getFirst()
                                .probability())
                .isCloseTo(full / 2, within(1e-6));
        assertThat(store.routes(BENS, request(1, 3, Map.of(person(2), 0.0))).routes()).isEmpty();
    }

    @Test
    void acquaintancesInCommonStrengthenATieWhicheverCameFirst() {
        store.apply(FIRST, List.of(known(Layer.ORGANIZATION, 1, 2, 3)), 1);
        double alone = store.ties(BENS, person(1), 1).getFirst().probability();
        store.apply(
                FIRST,
                List.of(known(Layer.ORGANIZATION, 1, 3, 0), known(Layer.ORGANIZATION, 2, 3, 0)),
                2);
        Tie tie = store.ties(BENS, person(1), 1).getFirst();

        assertThat(tie.other()).isEqualTo(person(2));
        assertThat(tie.probability()).isGreaterThan(alone);
        assertThat(tie.qualities().chance().value()).isCloseTo(tie.probability(), within(1e-6));
    }

    private static TieStrength strength(Instant now) {
        return new TieStrength(StrengthModel.START, now);
    }

    /** How many the organization's layer ties to both. */
    private static int common(Map<Layer, Map<String, State>> said, int one, int other) {
        int common = 0;
        for (int third = 0; third < 24; third++) {
            common +=
                    third != one
                                    && third != other
                                    && isShared(said, one, third)
                                    && isShared(said, other, third)
                            ? 1
                            : 0;
        }
        return common;
    }

    private static boolean isShared(Map<Layer, Map<String, State>> said, int one, int other) {
        return said.getOrDefault(Layer.ORGANIZATION, Map.of())
                        .get(key(Math.min(one, other), Math.max(one, other)))
                instanceof State.Known;
    }

    private static State seen(Map<Layer, Map<String, State>> said, Viewer viewer, int a, int b) {
        State own =
                said.getOrDefault(Layer.of(viewer.member()), Map.of())
                        .getOrDefault(key(a, b), new State.Silent());
        return own instanceof State.Silent
                ? said.getOrDefault(Layer.ORGANIZATION, Map.of())
                        .getOrDefault(key(a, b), new State.Silent())
                : own;
    }

    private static Clock clock(AtomicReference<Instant> now) {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    private static String key(int a, int b) {
        return a + "-" + b;
    }

    private static Request request(int from, int to) {
        return request(from, to, Map.of());
    }

    private static Request request(int from, int to, Map<PersonId, Double> willing) {
        return new Request(Set.of(person(from)), Set.of(person(to)), 5, 4, 100, Set.of(), willing);
    }

    private static TieChange known(Layer layer, int a, int b, int messages) {
        return new TieChange(layer, person(a), person(b), new State.Known(evidence(messages)));
    }

    private static TieEvidence evidence(int messages) {
        return TieEvidence.at(
                new Site("linkedin"),
                true,
                null,
                new Direction(messages, messages, NOW, 0, 0, List.of(), 0, false, false),
                Direction.NONE);
    }

    private static PersonId person(int number) {
        return new PersonId("per_%02d".formatted(number));
    }
}
