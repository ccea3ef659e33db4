package org.kithway.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

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
                                "0",
                                "--pairs",
                                "5",
                                "--yen",
                                "1",
                                "--all-paths",
                                "5"))
                .contains("| 1 -> 1, k=10, h=6", "| organization -> any of 200")
                .contains("bytes a tie whose directions differ")
                .containsPattern("AllDirectedPaths.* 5 of 5 \\|")
                .containsPattern("YenKShortestPath.* 1 of 1 \\|")
                .containsPattern("BidirectionalDijkstraShortestPath.* 5 of 5 \\|");
    }

    @Test
    void measuresOfAWholeNetworkAreTimed() {
        assertThat(run("bench", "measures", "--people", "2000", "--ties", "20000", "--beside"))
                .contains("| effective size, constraint, hierarchy", "| betweenness, 16 sources")
                .containsPattern("cores, JGraphT .* 2,000 the same as ours");
    }

    @Test
    void connectorsAreMeasuredBesideTheirLibraries() {
        assertThat(run("bench", "connectors", "--megabytes", "1", "--rounds", "1"))
                .contains("| LinkedIn, CSV", "| Facebook, HTML", "| Twitter, script")
                .contains("| Blogger, Atom", "| contacts, vCard", "| mail, mbox", "| of plain |");
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

    @Test
    void namesAreJudgedBesideLabelledPairs(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("our_name_bench_cases.csv"),
                """
                case_group,schema,name1,name2,is_match
                ours,Person,Bill Smith,"Smith, William",true
                ours,Person,Jane Smith,Mary Smith,false
                ours,Company,Acme GmbH,ACME,true
                ours,Company,Bank of Spain,Bank of China,false
                """);
        Files.writeString(
                folder.resolve("our_logicv2-frozen.csv"),
                """
                case_group,schema,name1,name2,is_match,outcome
                ours,Person,Bill Smith,"Smith, William",true,FN
                """);
        Files.writeString(folder.resolve("our_name_pairs.txt"), "Bill,William\nPeggy,Margaret\n");
        Files.writeString(
                folder.resolve("positives_treated.csv"), "full_name\n\"Jonson, Boris\"\n");
        Files.writeString(folder.resolve("positives_untreated.csv"), "full_name\nBoris Johnson\n");
        Files.writeString(folder.resolve("negatives.csv"), "full_name\nBora Jones\nJane Johnson\n");
        assertThat(run("evaluate", "names", folder.toString()))
                .containsPattern("Kithway: all +\\| +4 \\| 1\\.0000 \\| 1\\.0000")
                .containsPattern("logic-v2, frozen: people +\\| +1 \\| 0\\.0000")
                .contains("Kithway: given names")
                .containsPattern("blocking keys +\\| +1\\.0000");
    }

    @Test
    void aFolderWithoutNamesIsRefused(@TempDir Path folder) {
        StringWriter printed = new StringWriter();
        assertThat(
                        Main.line(new PrintWriter(printed))
                                .execute("evaluate", "names", folder.toString()))
                .isEqualTo(2);
        assertThat(printed.toString()).contains("None of the files that are known is in");
    }

    private static String run(String... arguments) {
        StringWriter printed = new StringWriter();
        int code = Main.line(new PrintWriter(printed)).execute(arguments);
        assertThat(code).as(printed.toString()).isZero();
        return printed.toString();
    }
}
