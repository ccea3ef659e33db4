package org.kithway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kithway.web.AccessTest.assertProblem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kithway.search.StoreBusyException;
import org.kithway.web.Caller.Answer;

import java.net.http.HttpRequest;

/** Errors say what to do and nothing of anybody. */
class ProblemsTest {
    private static final String SECRET = "Zacharias";

    private final TestServer server = TestServer.shared();
    private final TestServer.Town town = server.town();
    private final Caller ben = town.as(town.ben());

    @AfterEach
    void mend() {
        server.people.failure = null;
    }

    @Test
    void bodiesThatAreNotJsonAreNotQuoted() {
        Answer answer = ben.post("/api/v1/people/search", "{\"q\": " + SECRET + "}");

        assertProblem(answer, 400);
        assertThat(answer.text()).doesNotContain(SECRET).doesNotContain("JsonParse");
    }

    @Test
    void aMisspeltFieldIsToldWithThoseThatAreKnown() {
        Answer answer = ben.post("/api/v1/experts", "{\"" + SECRET + "\":1}");

        assertProblem(answer, 400);
        assertThat(answer.json().path("detail").asString()).contains("limit, topic");
        assertThat(answer.text()).doesNotContain(SECRET);
    }

    @Test
    void aFieldOfTheWrongTypeIsNamedWithoutItsValue() {
        Answer answer =
                ben.post("/api/v1/experts", "{\"topic\":\"x\",\"limit\":\"" + SECRET + "\"}");

        assertProblem(answer, 400);
        assertThat(answer.json().path("detail").asString()).contains("limit");
        assertThat(answer.text()).doesNotContain(SECRET);
    }

    @Test
    void aBodyThatIsTooLongIsRefusedBeforeAnybodySignedIn() {
        String token = " ".repeat((int) WebConfiguration.LONGEST_BODY);

        Answer answer =
                server.anonymous().post("/api/v1/sign-in", "{" + token + "\"token\":\"x\"}");

        assertProblem(answer, 400);
        assertThat(answer.json().path("detail").asString()).contains("too long");
    }

    @Test
    void aStoreThatIsAwayMayBeAskedAgain() {
        server.people.failure = new StoreBusyException(SECRET);

        Answer answer = ben.post("/api/v1/people/search", "{}");

        assertProblem(answer, 503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.text()).doesNotContain(SECRET);
    }

    @Test
    void aFaultOfTheServerTellsNothing() {
        server.people.failure = new IllegalArgumentException(SECRET);

        Answer answer = ben.post("/api/v1/people/search", "{}");

        assertProblem(answer, 500);
        assertThat(answer.text()).doesNotContain(SECRET).doesNotContain("Exception");
    }

    @Test
    void theLogOfAFaultTellsWhereAndNothingElse() {
        String trace =
                Problems.trace(
                        new IllegalStateException(SECRET, new IllegalArgumentException(SECRET)));

        assertThat(trace)
                .contains("IllegalStateException", "caused by", "ProblemsTest")
                .doesNotContain(SECRET);
    }

    @Test
    void theWrongMethodTypeOrAddressIsSaidToBeIt() {
        Answer method = ben.get("/api/v1/experts");
        assertProblem(method, 405);
        assertThat(method.json().path("detail").asString()).contains("POST");
        assertProblem(ben.get("/api/v1/nothing"), 404);
        assertProblem(ben.get("/nothing"), 404);
        assertProblem(
                ben.send(
                        ben.request("/api/v1/experts")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("x"))),
                415);
    }

    @Test
    void addressesThatTheFirewallRefusesReadAlike() {
        assertThat(ben.get("/api//v1/people;x=1").status()).isEqualTo(400);
        assertProblem(ben.get("/api//v1/people;x=1"), 400);
    }
}
