package org.kithway.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kithway.search.elasticsearch.TestEvidence.evidence;
import static org.kithway.search.elasticsearch.TestStore.ANNA;
import static org.kithway.search.elasticsearch.TestStore.BELA;
import static org.kithway.search.elasticsearch.TestStore.person;

import org.junit.jupiter.api.Test;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.search.Change;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.EvidenceSearch;
import org.kithway.search.Field;
import org.kithway.search.Generation;
import org.kithway.search.PeopleSearch.Page;
import org.kithway.search.PeopleSearch.Request;
import org.kithway.search.PeopleSearch.Sort;
import org.kithway.search.QueryParser;
import org.kithway.search.Viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a member alone uploaded changes that member's answers and nobody else's. */
class LayersTest {
    private static final Layer ANNAS = Layer.of(ANNA);
    private static final List<String> QUERIES =
            List.of("*", "baker", "ann", "baking", "-sailing", "since:2011..");

    @Test
    void privateDataChangesNothingThatAnotherMemberSees() {
        TestStore store = shared("t-layers-silence");
        List<Object> before = everything(store, BELA);

        writePrivately(store);

        assertThat(everything(store, BELA)).isEqualTo(before);
    }

    @Test
    void privateDataOnceTakenBackLeavesNoTrace() {
        TestStore store = shared("t-layers-undo");
        List<Page> before = pages(store, ANNA);
        writePrivately(store);
        assertThat(pages(store, ANNA)).isNotEqualTo(before);

        store.write(
                new Change.RemovePerson(ANNAS, person("1")),
                new Change.RemovePerson(ANNAS, person("9")),
                new Change.RemoveEvidence(ANNAS, "e1"),
                new Change.RemoveEvidence(ANNAS, "e9"),
                new Change.Override(ANNA, List.of()));

        assertThat(pages(store, ANNA)).isEqualTo(before);
        assertThat(store.evidence.matching(store.viewer(ANNA), "bread", 10))
                .extracting(hit -> hit.evidence().id())
                .containsExactlyInAnyOrder("e1", "e2", "e3");
    }

    @Test
    void aMemberSeesTheOwnVersionInPlaceOfTheOrganizations() {
        TestStore store = shared("t-layers-own");
        writePrivately(store);

        Page page = page(store, ANNA, "baker");

        assertThat(page.people())
                .extracting(p -> p.id() + " " + TestStore.name(p) + " " + p.layer())
                .containsExactlyInAnyOrder(
                        "per_1 Ann Baker-Secret member:mem_anna",
                        "per_9 Nina Baker member:mem_anna",
                        "per_3 Carl Baker organization");
        assertThat(page.total()).isEqualTo(3);
        assertThat(store.people.people(store.viewer(ANNA), Set.of(person("1"), person("2"))))
                .as("person 2 is hidden from the member")
                .containsOnlyKeys(person("1"))
                .allSatisfy((id, found) -> assertThat(found.layer()).isEqualTo(ANNAS));
        assertThat(store.people.people(store.viewer(BELA), Set.of(person("1"), person("9"))))
                .containsOnlyKeys(person("1"))
                .allSatisfy((id, found) -> assertThat(found.layer()).isEqualTo(Layer.ORGANIZATION));
    }

    @Test
    void aMemberCountsTheOwnVersions() {
        TestStore store = shared("t-layers-counts");
        writePrivately(store);

        Page page = page(store, ANNA, "*");

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.facets().get(Field.SKILL))
                .extracting(count -> count.value() + " " + count.count())
                .containsExactlyInAnyOrder("Baking 2", "Spying 1");
        assertThat(page.years()).isEqualTo(Map.of(2013, 1L, 2020, 2L));
    }

    @Test
    void evidenceFollowsThePeople() {
        TestStore store = shared("t-layers-evidence");
        writePrivately(store);

        assertThat(store.evidence.matching(store.viewer(ANNA), "bread", 10))
                .extracting(hit -> hit.evidence().id() + " " + hit.evidence().person())
                .containsExactlyInAnyOrder("e1 per_1", "e3 per_3", "e9 per_9");
        assertThat(store.evidence.of(store.viewer(ANNA), person("2"), 10)).isEmpty();
        assertThat(store.evidence.of(store.viewer(BELA), person("2"), 10)).hasSize(1);
        assertThat(store.evidence.of(store.viewer(BELA), person("9"), 10)).isEmpty();
    }

    @Test
    void anotherOrganizationsMemberSeesNothing() {
        TestStore store = shared("t-layers-other");

        Generation theirs = new Generation(new OrganizationId("acme-people"), 1);
        store.writer.promote(theirs);
        Viewer stranger = new Viewer(theirs.organization(), ANNA);

        assertThat(store.people.search(stranger, request("*")).total()).isZero();
        assertThat(store.evidence.matching(stranger, "bread", 10)).isEmpty();
    }

    private static TestStore shared(String prefix) {
        TestStore store = new TestStore(prefix);
        store.put(
                TestPerson.of("1", "Ann Baker").skills("Baking").years(2011).document(),
                TestPerson.of("2", "Bob Baker").skills("Baking", "Sailing").years(2012).document(),
                TestPerson.of("3", "Carl Baker").skills("Baking").years(2013).document());
        store.put(
                evidence("e1", "1", "Bakes bread"),
                evidence("e2", "2", "Bakes the best bread in town"),
                evidence("e3", "3", "Sells bread"));
        return store;
    }

    /** Another version of person 1, a person of her own, and person 2 hidden. */
    private static void writePrivately(TestStore store) {
        store.write(
                new Change.Override(ANNA, List.of(person("1"), person("2"))),
                new Change.PutPerson(
                        TestPerson.of("1", "Ann Baker-Secret")
                                .layer(ANNAS)
                                .skills("Baking", "Spying")
                                .years(2020)
                                .document()),
                new Change.PutPerson(
                        TestPerson.of("9", "Nina Baker").layer(ANNAS).years(2020).document()),
                new Change.PutEvidence(privately(evidence("e1", "1", "Bakes bread in secret"))),
                new Change.PutEvidence(privately(evidence("e9", "9", "Bread bread bread"))));
    }

    private static EvidenceDocument privately(EvidenceDocument e) {
        return new EvidenceDocument(
                e.id(),
                ANNAS,
                e.person(),
                e.kind(),
                e.site(),
                e.date(),
                e.text(),
                e.by(),
                e.imported(),
                e.place());
    }

    /** All that a member can ask for, scores and places of pages included. */
    private static List<Object> everything(TestStore store, MemberId member) {
        List<Object> answers = new ArrayList<>(pages(store, member));
        for (String query : QUERIES) {
            Request one = TestStore.request(query, Sort.RELEVANCE, null, 1);
            // The place of the next page holds the score.
            answers.add(String.valueOf(store.people.search(store.viewer(member), one).next()));
        }
        for (String topic : List.of("bread", "secret", "bakes bread")) {
            for (EvidenceSearch.Hit hit :
                    store.evidence.matching(store.viewer(member), topic, 10)) {
                answers.add(hit);
            }
        }
        return answers;
    }

    private static List<Page> pages(TestStore store, MemberId member) {
        return QUERIES.stream().map(query -> page(store, member, query)).toList();
    }

    private static Page page(TestStore store, MemberId member, String query) {
        return store.people.search(store.viewer(member), request(query));
    }

    private static Request request(String query) {
        return new Request(
                QueryParser.parse(query),
                Map.of(),
                Set.of(Field.SKILL),
                true,
                Sort.RELEVANCE,
                null,
                200);
    }
}
