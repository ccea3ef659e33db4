package org.kithway.benchmarks;

import org.kithway.benchmarks.network.Checks;
import org.kithway.benchmarks.network.GraphalyticsSet;
import org.kithway.benchmarks.network.ReferenceMeasures;
import org.kithway.benchmarks.network.SnapGraph;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Holds measures of networks against what NetworkX, igraph, SNAP and LDBC Graphalytics found. */
@Command(
        name = "measures",
        mixinStandardHelpOptions = true,
        description = "Measures of networks beside reference values.")
final class MeasureEvaluation implements Callable<Integer> {
    private static final int NO_INPUT = 2;
    private static final int FINDING = 3;

    private final PrintWriter out;

    @Parameters(
            arity = "1..*",
            paramLabel = "FOLDER",
            description =
                    "Holds graphs and reference values, or folders of them: graphs/ with reference/, Graphalytics sets, SNAP graphs with their figures.")
    private List<Path> folders = List.of();

    MeasureEvaluation(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Checks checks = new Checks();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                out.printf("There is no folder %s.%n", folder);
                return NO_INPUT;
            }
            for (Path below : NetworkTables.folders(folder)) {
                if (ReferenceMeasures.knows(below)) {
                    new ReferenceMeasures(below).check(checks);
                }
                for (GraphalyticsSet set : GraphalyticsSet.in(below)) {
                    set.check(checks);
                }
                for (SnapGraph graph : SnapGraph.in(below)) {
                    graph.check(checks);
                }
            }
        }
        if (checks.all().isEmpty()) {
            out.println("No graph with reference values was found.");
            return NO_INPUT;
        }
        return NetworkTables.print(checks, out) ? 0 : FINDING;
    }
}
