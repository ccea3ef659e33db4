package org.kithway.benchmarks;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;
import org.kithway.model.MemberId;
import org.kithway.search.Change;
import org.kithway.search.DocumentWriter;
import org.kithway.search.Generation;
import org.kithway.search.PeopleSearch;
import org.kithway.search.QueryParser;
import org.kithway.search.Viewer;
import org.kithway.search.elasticsearch.ElasticsearchEvidence;
import org.kithway.search.elasticsearch.ElasticsearchPeople;
import org.kithway.search.elasticsearch.ElasticsearchWriter;
import org.kithway.search.elasticsearch.StoreSettings;
import org.kithway.server.Home;
import org.kithway.server.Server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Searches over REST, beside the query that each of them sends to Elasticsearch. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Milliseconds of people and expert search over REST, beside the bare query.")
final class SearchBenchmark implements Callable<Integer> {
    private static final String PREFIX = "search";
    private static final Generation GENERATION = new Generation(Stages.ORGANIZATION, 1);
    private static final int PEOPLE_AT_ONCE = 500;
    private static final double FLOOR = 2;

    /** What the REST controllers ask of the ports where the question does not say. */
    private static final int PAGE = 20;

    private static final int TEXTS = 500;

    private final PrintWriter out;

    @Option(
            names = "--people",
            defaultValue = "200000",
            description = "In the store (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--queries",
            defaultValue = "200",
            description = "Different ones of each kind (default: ${DEFAULT-VALUE}).")
    private int queries;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description =
                    "In which each is asked once, after two to warm up (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Decides people and queries (default: ${DEFAULT-VALUE}).")
    private long seed;

    SearchBenchmark(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        try (LocalEngines engines = LocalEngines.start()) {
            Home home = new Home(engines.folder().resolve("home"));
            try (Server server = Server.start(home, Rest.freePort(), engines.settings(PREFIX))) {
                String key = home.key().orElseThrow();
                Header bearer = new BasicHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key);
                try (Rest5Client rest =
                        Rest5Client.builder(server.address())
                                .setDefaultHeaders(new Header[] {bearer})
                                .build()) {
                    MemberId viewer = viewer(new Rest(server.address(), key));
                    measure(engines, rest, new Viewer(Stages.ORGANIZATION, viewer));
                }
            }
        }
        return 0;
    }

    private static MemberId viewer(Rest rest) {
        return new MemberId(rest.get("/api/v1/members").get("members").get(0).get("id").asString());
    }

    private void measure(LocalEngines engines, Rest5Client rest, Viewer viewer) throws IOException {
        List<SearchRequest> seen = new ArrayList<>();
        ElasticsearchClient client =
                engines.client(request -> {
                    if (request instanceof SearchRequest search) {
                        seen.add(search);
                    }
                });
        StoreSettings settings = StoreSettings.LOCAL.withPrefix(PREFIX);
        GeneratedPeople generated = new GeneratedPeople(seed);
        long documents = write(new ElasticsearchWriter(client, settings), generated);

        PeopleSearch peopleSearch = new ElasticsearchPeople(client, settings);
        ElasticsearchEvidence evidenceSearch = new ElasticsearchEvidence(client, settings);
        Table table = new Table("ms", "p50", "p99", "p50, times bare", "p99, times bare");
        Beside forPeople =
                beside(
                        engines,
                        rest,
                        generated.peopleQueries(queries),
                        "/api/v1/people/search",
                        query -> Map.of("q", query),
                        query ->
                                bare(seen, client, () -> peopleSearch.search(viewer, page(query))));
        Beside forExperts =
                beside(
                        engines,
                        rest,
                        generated.topics(queries),
                        "/api/v1/experts",
                        topic -> Map.of("topic", topic),
                        topic ->
                                bare(
                                        seen,
                                        client,
                                        () -> evidenceSearch.matching(viewer, topic, TEXTS)));
        forPeople.rows(table, "people search", "its query");
        forExperts.rows(table, "expert search", "its query for texts");
        table.print(out);
        double ratio = forExperts.ratio(0.5);
        out.printf(
                "%s people, %s pieces of evidence (seed %d); %d queries of each kind, each asked %d times.%n",
                Table.number(people, 0),
                Table.number(documents - people, 0),
                seed,
                queries,
                rounds);
        out.printf(
                "Expert search takes %s times as long as its bare query at the median, %s times at p99 (floor %s: %s).%n",
                Table.number(ratio, 2),
                Table.number(forExperts.ratio(0.99), 2),
                Table.number(FLOOR, 0),
                Math.max(ratio, forExperts.ratio(0.99)) <= FLOOR ? "met" : "missed");
    }

    private static PeopleSearch.Request page(String query) {
        return new PeopleSearch.Request(
                QueryParser.parse(query),
                Map.of(),
                Set.of(),
                false,
                PeopleSearch.Sort.RELEVANCE,
                null,
                PAGE);
    }

    private long write(DocumentWriter writer, GeneratedPeople generated) {
        writer.prepare(GENERATION);
        long documents = 0;
        for (int from = 0; from < people; from += PEOPLE_AT_ONCE) {
            List<Change> changes = new ArrayList<>();
            for (int i = from; i < Math.min(people, from + PEOPLE_AT_ONCE); i++) {
                changes.addAll(generated.person(i));
            }
            if (!writer.write(GENERATION, changes, 1).isEmpty()) {
                throw new IllegalStateException("the store refuses a generated document");
            }
            documents += changes.size();
        }
        writer.refresh(GENERATION);
        return documents;
    }

    /** The one request that the port sends to Elasticsearch, ready to be sent without it. */
    private static Request bare(
            List<SearchRequest> seen, ElasticsearchClient client, Runnable question) {
        seen.clear();
        question.run();
        if (seen.size() != 1) {
            throw new IllegalStateException("the question takes " + seen.size() + " searches");
        }
        SearchRequest search = seen.getFirst();
        Request request = new Request("POST", SearchRequest._ENDPOINT.requestUrl(search));
        request.addParameters(SearchRequest._ENDPOINT.queryParameters(search));
        request.setJsonEntity(JsonpUtils.toJsonString(search, client._jsonpMapper()));
        return request;
    }

    private Beside beside(
            LocalEngines engines,
            Rest5Client rest,
            List<String> questions,
            String path,
            Function<String, Map<String, ?>> body,
            Function<String, Request> bare)
            throws IOException {
        List<Request> whole = new ArrayList<>();
        List<Request> queriesOnly = new ArrayList<>();
        for (String question : questions) {
            Request request = new Request("POST", path);
            request.setJsonEntity(Rest.JSON.writeValueAsString(body.apply(question)));
            whole.add(request);
            queriesOnly.add(bare.apply(question));
        }
        Beside beside = new Beside(new Timings(), new Timings());
        for (int round = -2; round < rounds; round++) {
            for (int i = 0; i < questions.size(); i++) {
                boolean restFirst = (round + i) % 2 == 0;
                long first = restFirst ? time(rest, whole.get(i)) : 0;
                long alone = time(engines.direct(), queriesOnly.get(i));
                long served = restFirst ? first : time(rest, whole.get(i));
                if (round >= 0) {
                    beside.rest.add(served);
                    beside.bare.add(alone);
                }
            }
        }
        return beside;
    }

    private static long time(Rest5Client client, Request request) throws IOException {
        long start = System.nanoTime();
        LocalEngines.send(client, request);
        return System.nanoTime() - start;
    }

    /** The same questions over REST and straight to Elasticsearch. */
    private record Beside(Timings rest, Timings bare) {
        double ratio(double share) {
            return rest.quantile(share) / bare.quantile(share);
        }

        void rows(Table table, String name, String query) {
            table.row(
                    name + " over REST",
                    Table.number(rest.quantile(0.5), 2),
                    Table.number(rest.quantile(0.99), 2),
                    Table.number(ratio(0.5), 2),
                    Table.number(ratio(0.99), 2));
            table.row(
                    query + ", sent to Elasticsearch",
                    Table.number(bare.quantile(0.5), 2),
                    Table.number(bare.quantile(0.99), 2),
                    "1",
                    "1");
        }
    }
}
