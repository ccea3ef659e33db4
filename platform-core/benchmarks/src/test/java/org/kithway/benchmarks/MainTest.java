package org.kithway.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs each on the real engines; how long anything takes is nobody's business here. */
class MainTest {
    @Test
    void thePipelineIsMeasuredFromArchiveToRawBulk() {
        assertThat(run("bench", "pipeline", "--facts", "3000"))
                .contains("| read:", "| take in:", "| index:", "| derive:")
                .contains("| end to end:", "| raw _bulk:")
                .containsPattern("End to end is \\d+\\.\\d\\d of the raw rate");
    }

    @Test
    void searchesAreMeasuredBesideTheirBareQueries() {
        assertThat(run("bench", "search", "--people", "300", "--queries", "10", "--rounds", "1"))
                .contains("| people search over REST", "| expert search over REST")
                .containsPattern("Expert search takes \\d+\\.\\d\\d times");
    }

    @Test
    void routesAreMeasured() {
        assertThat(
                        run(
                                "bench",
                                "routes",
                                "--people",
                                "2000",
                                "--ties",
                                "20000",
                                "--queries",
                                "20",
                                "--warm-up",
                                "0"))
                .contains("| 1 -> 1, k=10, h=6", "| organization -> any of 200");
    }

    @Test
    void theBestRouteIsAsProbableAsJGraphTsShortestPath() {
        assertThat(
                        run(
                                "evaluate",
                                "routes",
                                "--people",
                                "2000",
                                "--ties",
                                "20000",
                                "--pairs",
                                "20"))
                .containsPattern("the same probability in (\\d+) of \\1\\.");
    }

    private static String run(String... arguments) {
        StringWriter printed = new StringWriter();
        int code = Main.line(new PrintWriter(printed)).execute(arguments);
        assertThat(code).as(printed.toString()).isZero();
        return printed.toString();
    }
}
