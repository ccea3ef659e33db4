package org.kithway.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.Layer;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.kithway.search.Change;
import org.kithway.search.PersonDocument;

import java.util.ArrayList;
import java.util.List;

class InventoryTest {
    @Test
    void allPeopleOfAllLayersAreHandedOnAsTheyWereWritten() {
        TestStore store = new TestStore("inventory");
        List<PersonDocument> written = new ArrayList<>();
        for (int i = 0; i < 2_300; i++) {
            Layer layer = i % 3 == 0 ? Layer.of(TestStore.ANNA) : Layer.ORGANIZATION;
            written.add(person(i / 2, layer));
        }
        List<PersonDocument> distinct = written.stream().distinct().toList();
        store.write(distinct.stream().<Change>map(Change.PutPerson::new).toList());
        List<PersonDocument> found = new ArrayList<>();
        new ElasticsearchInventory(TestStore.CLIENT, store.settings)
                .people(store.generation, found::add);

        assertThat(found).containsExactlyInAnyOrderElementsOf(distinct);
    }

    private static PersonDocument person(int number, Layer layer) {
        return new PersonDocument(
                new PersonId("per_" + number),
                layer,
                List.of("Name " + number),
                number % 2 == 0 ? "Headline " + number : null,
                List.of(AccountId.of(new Site("linkedin"), "slug-" + number)),
                null,
                null,
                List.of("Mill " + number % 7),
                List.of(),
                List.of("sql"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(TestStore.BELA),
                List.of(2019),
                null,
                number % 5);
    }
}
