package org.kithway.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.kithway.search.elasticsearch.TestEvidence.evidence;
import static org.kithway.search.elasticsearch.TestStore.ANNA;
import static org.kithway.search.elasticsearch.TestStore.CLIENT;
import static org.kithway.search.elasticsearch.TestStore.person;

import co.elastic.clients.elasticsearch.ElasticsearchClient;

import org.junit.jupiter.api.Test;
import org.kithway.model.Layer;
import org.kithway.model.OrganizationId;
import org.kithway.search.Change;
import org.kithway.search.DocumentWriter.Refusal;
import org.kithway.search.Generation;
import org.kithway.search.PeopleSearch.Sort;
import org.kithway.search.PersonDocument;
import org.kithway.search.StoreBusyException;
import org.kithway.search.Viewer;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class WriterTest {
    @Test
    void aPersonComesBackAsWritten() {
        TestStore store = new TestStore("t-roundtrip");
        PersonDocument whole =
                TestPerson.of("1", "Ann \"Ä\" O'Neil", "アン")
                        .headline("Sails & bakes")
                        .accounts("linkedin:ann", "facebook~Ann: O~Neil")
                        .organizations("One", "Two")
                        .titles("x".repeat(20_000))
                        .skills("Bread", "bread")
                        .places("P")
                        .industries("I")
                        .schools("S")
                        .languages("L")
                        .interests("N")
                        .knownBy(ANNA)
                        .years(2001, 2020)
                        .ties(12)
                        .document();
        PersonDocument bare = TestPerson.of("2").document();
        store.put(whole, bare);

        assertThat(store.people.people(store.viewer(ANNA), Set.of(whole.id(), bare.id())).values())
                .containsExactlyInAnyOrder(whole, bare);
        assertThat(store.search("*").people()).containsExactly(whole, bare);
    }

    @Test
    void aLateWriteIsPassedOver() {
        TestStore store = new TestStore("t-versions");
        Generation generation = store.generation;
        Change newer = new Change.PutPerson(TestPerson.of("1", "New").document());
        Change older = new Change.PutPerson(TestPerson.of("1", "Old").document());
        Change removed = new Change.RemovePerson(Layer.ORGANIZATION, person("2"));
        Change back = new Change.PutPerson(TestPerson.of("2", "Back").document());

        assertThat(store.writer.write(generation, List.of(newer, back), 10)).isEmpty();
        assertThat(store.writer.write(generation, List.of(removed), 11)).isEmpty();
        assertThat(store.writer.write(generation, List.of(older, back), 9)).isEmpty();
        store.writer.refresh(generation);

        assertThat(store.found("*")).containsExactly("New");
    }

    @Test
    void theSameBatchTwiceIsTheSameAsOnce() {
        TestStore store = new TestStore("t-twice");
        List<Change> batch =
                List.of(
                        new Change.PutPerson(TestPerson.of("1", "First").document()),
                        new Change.PutPerson(TestPerson.of("1", "Second").document()),
                        new Change.RemovePerson(Layer.ORGANIZATION, person("2")));

        assertThat(store.writer.write(store.generation, batch, 1)).isEmpty();
        assertThat(store.writer.write(store.generation, batch, 1)).isEmpty();
        store.writer.refresh(store.generation);

        assertThat(store.found("*")).containsExactly("Second");
    }

    @Test
    void aBatchOfAnySizeIsCutIntoRequests() {
        TestStore store =
                new TestStore(StoreSettings.LOCAL.withPrefix("t-slices").withBulk(7, 3_000));
        store.put(
                IntStream.range(0, 100)
                        .mapToObj(i ->
                                TestPerson.of("p" + i, "N" + i)
                                        .headline("h".repeat(i * 60))
                                        .document())
                        .toList());

        assertThat(store.search("*").total()).isEqualTo(100);
    }

    @Test
    void whatTheStoreRefusesIsToldWithoutItsContentAndTheRestIsStored() throws Exception {
        TestStore store = new TestStore("t-refusals");
        Generation next = store.generation.next();
        // An index in which a text is a number: made by hand, before the generation is prepared.
        CLIENT.indices()
                .create(c ->
                        c.index("t-refusals-acme.g2.evidence")
                                .aliases("t-refusals-acme.g2.evidence.write", a -> a)
                                .mappings(m ->
                                        m.withJson(
                                                new StringReader(
                                                        "{\"properties\":{\"text\":"
                                                                + "{\"type\":\"integer\"}}}"))));
        store.writer.prepare(next);
        Change bad = new Change.PutEvidence(evidence("e1", "1", "a canary sings"));
        Change good = new Change.PutEvidence(evidence("e2", "1", "42"));
        Change nameless = new Change.PutEvidence(evidence("e".repeat(513), "1", "42"));
        Change broken = new Change.PutEvidence(evidence("e4", "1", "\ud83d"));
        Change last = new Change.PutPerson(TestPerson.of("1", "Ann").document());

        List<Refusal> refusals =
                store.writer.write(next, List.of(bad, good, nameless, broken, last), 1);

        assertThat(refusals)
                .extracting(Refusal::change)
                .containsExactlyInAnyOrder(bad, nameless, broken);
        assertThat(refusals)
                .extracting(Refusal::reason)
                .noneMatch(reason -> reason.contains("canary"))
                .anyMatch(reason -> reason.contains("parsing") && reason.contains("text"));
        store.writer.promote(next);
        store.writer.refresh(next);
        assertThat(store.found("*")).containsExactly("Ann");
    }

    @Test
    void aStoreThatBlocksWritesIsBusy() throws Exception {
        TestStore store = new TestStore("t-blocked");
        String index = "t-blocked-acme.g1.people";
        CLIENT.indices()
                .putSettings(s -> s.index(index).settings(i -> i.blocks(b -> b.write(true))));

        assertThatExceptionOfType(StoreBusyException.class)
                .isThrownBy(() -> store.put(TestPerson.of("1", "Ann").document()));

        CLIENT.indices()
                .putSettings(s -> s.index(index).settings(i -> i.blocks(b -> b.write(false))));
        store.put(TestPerson.of("1", "Ann").document());
        assertThat(store.found("*")).containsExactly("Ann");
    }

    @Test
    void aStoreThatCannotBeReachedIsBusy() throws Exception {
        try (ElasticsearchClient nowhere =
                ElasticsearchClient.of(c -> c.host("http://127.0.0.1:9"))) {
            ElasticsearchWriter writer = new ElasticsearchWriter(nowhere, StoreSettings.LOCAL);
            ElasticsearchPeople people = new ElasticsearchPeople(nowhere, StoreSettings.LOCAL);
            TestStore store = new TestStore("t-nowhere");

            assertThatExceptionOfType(StoreBusyException.class)
                    .isThrownBy(() -> writer.prepare(store.generation));
            assertThatExceptionOfType(StoreBusyException.class)
                    .isThrownBy(() ->
                            people.search(
                                    store.viewer(ANNA),
                                    TestStore.request("a", Sort.NAME, null, 1)));
        }
    }

    @Test
    void beforeTheFirstGenerationIsPromotedTheStoreIsBusy() {
        TestStore store = new TestStore("t-unpromoted");
        Viewer early = new Viewer(new OrganizationId("early"), ANNA);

        assertThatExceptionOfType(StoreBusyException.class)
                .isThrownBy(() ->
                        store.people.search(early, TestStore.request("*", Sort.NAME, null, 9)));
    }

    @Test
    void aForgottenGenerationTakesNoWritesAndComesNotBack() throws Exception {
        TestStore store = new TestStore("t-forgotten");
        store.put(TestPerson.of("1", "Ann").layer(Layer.of(ANNA)).document());
        store.writer.promote(store.generation.next());

        assertThatIllegalStateException()
                .isThrownBy(() -> store.put(TestPerson.of("2", "Bob").document()));
        assertThat(CLIENT.indices().get(g -> g.index("t-forgotten-acme.*")).indices().keySet())
                .allMatch(name -> name.startsWith("t-forgotten-acme.g2."));
    }

    @Test
    void anotherOrganizationsIndicesOutliveAPromotion() {
        TestStore store = new TestStore("t-neighbours");
        Generation neighbour = new Generation(new OrganizationId("acme-g1"), 1);
        store.writer.promote(neighbour);
        store.writer.write(
                neighbour, List.of(new Change.PutPerson(TestPerson.of("1", "Ann").document())), 1);
        store.writer.refresh(neighbour);

        store.writer.promote(store.generation.next());

        assertThat(
                        store.people
                                .search(
                                        new Viewer(neighbour.organization(), ANNA),
                                        TestStore.request("*", Sort.NAME, null, 9))
                                .total())
                .isEqualTo(1);
    }

    @Test
    void noSearchFailsWhileGenerationsArePromoted() throws Exception {
        TestStore store = new TestStore("t-promotion");
        List<Change> everybody = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            everybody.add(new Change.PutPerson(TestPerson.of("p" + i, "Ann " + i).document()));
        }
        everybody.add(
                new Change.PutPerson(
                        TestPerson.of("own", "Ann Own").layer(Layer.of(ANNA)).document()));
        store.write(everybody);
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger searches = new AtomicInteger();
        try (ExecutorService searchers = Executors.newFixedThreadPool(3)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                running.add(
                        searchers.submit(() -> {
                            while (!done.get()) {
                                assertThat(store.search("ann").total()).isEqualTo(51);
                                searches.incrementAndGet();
                            }
                        }));
            }
            Generation generation = store.generation;
            try {
                for (int i = 0; i < 5; i++) {
                    generation = generation.next();
                    store.writer.prepare(generation);
                    assertThat(store.writer.write(generation, everybody, 1)).isEmpty();
                    store.writer.refresh(generation);
                    int before = searches.get();
                    store.writer.promote(generation);
                    while (searches.get() < before + 5
                            && running.stream().noneMatch(Future::isDone)) {
                        Thread.onSpinWait();
                    }
                }
            } finally {
                done.set(true);
            }
            for (Future<?> searcher : running) {
                searcher.get();
            }
        }
    }
}
