package org.kithway.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;

import org.kithway.local.elasticsearch.LocalElasticsearch;
import org.kithway.local.elasticsearch.TestElasticsearch;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.PersonId;
import org.kithway.search.Change;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.Field;
import org.kithway.search.Generation;
import org.kithway.search.PeopleSearch.Page;
import org.kithway.search.PeopleSearch.Request;
import org.kithway.search.PeopleSearch.Sort;
import org.kithway.search.PersonDocument;
import org.kithway.search.QueryParser;
import org.kithway.search.Viewer;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store of its own on the shared node: one prefix, one organization, its first generation. */
final class TestStore {
    static final ElasticsearchClient CLIENT = client();
    static final MemberId ANNA = new MemberId("mem_anna");
    static final MemberId BELA = new MemberId("mem_bela");

    final StoreSettings settings;
    final ElasticsearchWriter writer;
    final ElasticsearchPeople people;
    final ElasticsearchEvidence evidence;
    final ElasticsearchStatements statements;
    final OrganizationId organization = new OrganizationId("acme");
    final Generation generation = new Generation(organization, 1);
    private long version;

    TestStore(String prefix) {
        this(StoreSettings.LOCAL.withPrefix(prefix));
    }

    TestStore(StoreSettings settings) {
        this.settings = settings;
        this.writer = new ElasticsearchWriter(CLIENT, settings);
        this.people = new ElasticsearchPeople(CLIENT, settings);
        this.evidence = new ElasticsearchEvidence(CLIENT, settings);
        this.statements = new ElasticsearchStatements(CLIENT, settings);
        writer.promote(generation);
    }

    private static ElasticsearchClient client() {
        LocalElasticsearch node = TestElasticsearch.shared();
        return ElasticsearchClient.of(c ->
                c.host(node.uri())
                        .usernameAndPassword(node.username(), node.password())
                        .jsonMapper(new Jackson3JsonpMapper()));
    }

    void write(Change... changes) {
        write(List.of(changes));
    }

    void write(List<Change> changes) {
        assertThat(writer.write(generation, changes, ++version)).isEmpty();
        writer.refresh(generation);
    }

    void put(PersonDocument... people) {
        put(Arrays.asList(people));
    }

    void put(Collection<PersonDocument> people) {
        write(people.stream().<Change>map(Change.PutPerson::new).toList());
    }

    void put(EvidenceDocument... evidence) {
        write(Arrays.stream(evidence).<Change>map(Change.PutEvidence::new).toList());
    }

    Viewer viewer(MemberId member) {
        return new Viewer(organization, member);
    }

    /** The first page for Anna, with neither filters nor facets. */
    Page search(String query) {
        return people.search(viewer(ANNA), request(query, Sort.RELEVANCE, null, 200));
    }

    List<String> found(String query) {
        return search(query).people().stream().map(TestStore::name).toList();
    }

    static String name(PersonDocument person) {
        return person.names().getFirst();
    }

    static Request request(
            String query, Sort sort, @org.jspecify.annotations.Nullable String cursor, int size) {
        return new Request(
                QueryParser.parse(query), Map.of(), Set.<Field>of(), false, sort, cursor, size);
    }

    static PersonId person(String id) {
        return new PersonId("per_" + id);
    }
}
