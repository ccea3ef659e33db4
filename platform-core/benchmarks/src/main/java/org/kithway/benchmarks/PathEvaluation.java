package org.kithway.benchmarks;

import org.kithway.benchmarks.network.Checks;
import org.kithway.benchmarks.network.PathReference;
import org.kithway.benchmarks.network.SocialQuestions;
import org.kithway.benchmarks.network.TrustedPaths;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Holds cheapest and shortest paths against reference answers. */
@Command(
        name = "paths",
        mixinStandardHelpOptions = true,
        description =
                "Cheapest, shortest and trusted paths, and questions about who is near, beside reference answers.")
final class PathEvaluation implements Callable<Integer> {
    private static final int NO_INPUT = 2;
    private static final int FINDING = 3;

    private final PrintWriter out;

    @Parameters(
            arity = "1..*",
            paramLabel = "FOLDER",
            description =
                    "Holds graphs with answers, or folders of them: NAME.graph.tsv with NAME.expected.tsv, or the tables of a social network with graph/ and expected/.")
    private List<Path> folders = List.of();

    PathEvaluation(PrintWriter out) {
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
                for (PathReference reference : PathReference.in(below)) {
                    reference.check(checks);
                }
                if (TrustedPaths.knows(below)) {
                    new SocialQuestions(below).check(checks);
                    new TrustedPaths(below).check(checks);
                }
            }
        }
        if (checks.all().isEmpty()) {
            out.println("No graph with reference answers was found.");
            return NO_INPUT;
        }
        return NetworkTables.print(checks, out) ? 0 : FINDING;
    }
}
