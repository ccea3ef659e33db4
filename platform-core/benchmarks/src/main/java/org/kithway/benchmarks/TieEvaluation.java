package org.kithway.benchmarks;

import org.kithway.benchmarks.network.LabelledTies;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Holds the order of ties by strength against what people say of how close they are. */
@Command(
        name = "ties",
        mixinStandardHelpOptions = true,
        description = "Strength of ties beside what people say of them.")
final class TieEvaluation implements Callable<Integer> {
    private static final int NO_INPUT = 2;
    private static final int FINDING = 3;

    private final PrintWriter out;

    @Parameters(
            arity = "1..*",
            paramLabel = "FOLDER",
            description =
                    "Holds sets, or folders of them: messages with relations, counts with rankings, friendship with other relations.")
    private List<Path> folders = List.of();

    TieEvaluation(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Table table = new Table("ties", "by count alone", "by relative strength", "better");
        int sets = 0;
        boolean worse = false;
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                out.printf("There is no folder %s.%n", folder);
                return NO_INPUT;
            }
            for (Path below : NetworkTables.folders(folder)) {
                for (LabelledTies ties : LabelledTies.in(below)) {
                    for (LabelledTies.Result result : ties.measure()) {
                        double gain = result.ours() - result.count();
                        worse |= gain < 0;
                        sets++;
                        table.row(
                                result.set() + ", " + result.measure(),
                                Table.number(result.count(), 4),
                                Table.number(result.ours(), 4),
                                gain > 0 ? "yes" : gain < 0 ? "worse" : "same");
                    }
                }
            }
        }
        if (sets == 0) {
            out.println("No ties were found of which people say how close they are.");
            return NO_INPUT;
        }
        table.print(out);
        return worse ? FINDING : 0;
    }
}
