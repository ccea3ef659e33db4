package org.kithway.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kithway.search.elasticsearch.TestStore.ANNA;
import static org.kithway.search.elasticsearch.TestStore.BELA;
import static org.kithway.search.elasticsearch.TestStore.CLIENT;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PartialDate;
import org.kithway.model.Place;
import org.kithway.model.Site;
import org.kithway.search.Change;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.Generation;
import org.kithway.search.PersonDocument;
import org.kithway.search.StoreBusyException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was written comes back, all of it and nothing else. */
class InventoryTest {
    private static final long SEED = 20_250_611;
    private static final List<Layer> LAYERS =
            List.of(Layer.ORGANIZATION, Layer.of(ANNA), Layer.of(BELA));

    /** Per layer; together with the same ids in the other layers it is more than two pages. */
    private static final int DOCUMENTS = 701;

    @Test
    void allPeopleOfAllLayersComeBackAsTheyWereWritten() {
        TestStore store = new TestStore("t-inventory-people");
        Random random = new Random(SEED);
        List<PersonDocument> written = everywhere(layer -> i -> person(layer, i, random));
        store.put(written);

        assertThat(people(store, store.generation))
                .as("seed %d", SEED)
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void allEvidenceOfAllLayersComesBackAsItWasWritten() {
        TestStore store = new TestStore("t-inventory-evidence");
        Random random = new Random(SEED);
        List<EvidenceDocument> written = everywhere(layer -> i -> evidence(layer, i, random));
        store.write(written.stream().<Change>map(Change.PutEvidence::new).toList());

        List<EvidenceDocument> found = new ArrayList<>();
        inventory(store).evidence(store.generation, found::add);

        assertThat(found).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void aPageThatIsJustFullIsNotTheEnd() {
        TestStore store = new TestStore("t-inventory-full");
        store.put(
                IntStream.range(0, ElasticsearchInventory.PAGE)
                        .mapToObj(i -> TestPerson.of("p" + i, "Ann").document())
                        .toList());

        assertThat(people(store, store.generation)).hasSize(ElasticsearchInventory.PAGE);
    }

    @Test
    void anotherGenerationIsAnotherInventory() {
        TestStore store = new TestStore("t-inventory-generations");
        PersonDocument old = TestPerson.of("old", "Ann").layer(Layer.of(ANNA)).document();
        PersonDocument fresh = TestPerson.of("new", "Bob").layer(Layer.of(ANNA)).document();
        Generation next = new Generation(store.organization, 10);
        store.put(old);
        store.writer.prepare(next);
        assertThat(store.writer.write(next, List.of(new Change.PutPerson(fresh)), 1)).isEmpty();
        store.writer.refresh(next);

        assertThat(people(store, store.generation)).containsExactly(old);
        assertThat(people(store, next)).containsExactly(fresh);
    }

    @Test
    void aGenerationThatWasNeverPreparedIsNotTakenForAnEmptyOne() {
        TestStore store = new TestStore("t-inventory-missing");

        assertThatThrownBy(() -> people(store, store.generation.next()))
                .isInstanceOf(StoreBusyException.class);
    }

    private static ElasticsearchInventory inventory(TestStore store) {
        return new ElasticsearchInventory(CLIENT, store.settings);
    }

    private static List<PersonDocument> people(TestStore store, Generation generation) {
        List<PersonDocument> found = new ArrayList<>();
        inventory(store).people(generation, found::add);
        return found;
    }

    private static <T> List<T> everywhere(Function<Layer, IntFunction<T>> maker) {
        return LAYERS.stream()
                .flatMap(layer -> IntStream.range(0, DOCUMENTS).mapToObj(maker.apply(layer)))
                .toList();
    }

    private static PersonDocument person(Layer layer, int i, Random random) {
        return new PersonDocument(
                TestStore.person("p" + i),
                layer,
                texts(random),
                text(random),
                some(random, List.of(AccountId.parse("linkedin:in/p" + i))),
                some(random, List.of(TestStore.person("q" + i))),
                text(random),
                text(random),
                texts(random),
                texts(random),
                texts(random),
                texts(random),
                texts(random),
                texts(random),
                texts(random),
                texts(random),
                some(random, List.of(ANNA, BELA)),
                some(random, List.of(2011, 2024)),
                random.nextBoolean() ? new MemberId("mem_p" + i) : null,
                random.nextInt(1_000));
    }

    private static EvidenceDocument evidence(Layer layer, int i, Random random) {
        EvidenceDocument.Kind[] kinds = EvidenceDocument.Kind.values();
        List<String> dates = List.of("2020", "2020-05", "2020-05-17");
        return new EvidenceDocument(
                "e" + i,
                layer,
                TestStore.person("p" + random.nextInt(50)),
                kinds[random.nextInt(kinds.length)],
                new Site("linkedin"),
                random.nextBoolean() ? PartialDate.parse(dates.get(random.nextInt(3))) : null,
                "Text " + random.nextInt() + " \"<ž 漢字 😀>\"\n",
                random.nextBoolean() ? AccountId.parse("linkedin:in/p" + i) : null,
                new ImportId("imp_" + random.nextInt(3)),
                new Place("Shares.csv", random.nextLong(Long.MAX_VALUE)));
    }

    private static @Nullable String text(Random random) {
        return random.nextBoolean() ? "Ärzte & Co. \"" + random.nextInt() + "\" 漢字" : null;
    }

    private static List<String> texts(Random random) {
        return Stream.generate(() -> "Value, " + random.nextInt())
                .limit(random.nextInt(4))
                .sorted()
                .toList();
    }

    private static <T> List<T> some(Random random, List<T> values) {
        return random.nextBoolean() ? values : List.of();
    }
}
