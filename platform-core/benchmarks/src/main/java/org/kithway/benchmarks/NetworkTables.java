package org.kithway.benchmarks;

import org.kithway.benchmarks.network.Checks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the evaluations of networks have in common. */
final class NetworkTables {
    private NetworkTables() {}

    /** The folder and all below it. */
    static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** Prints what was compared; whether all agrees. */
    static boolean print(Checks checks, PrintWriter out) {
        Table table =
                new Table("network, measure", "values", "greatest difference", "allowed", "agrees");
        long passed = 0;
        for (Checks.Check check : checks.all()) {
            passed += check.passed() ? 1 : 0;
            table.row(
                    check.set() + ", " + check.measure(),
                    check.compared(),
                    "%.1e".formatted(check.greatest()),
                    "%.0e".formatted(check.allowed()),
                    check.passed() ? "yes" : "no");
        }
        table.print(out);
        out.printf("%d of %d agree.%n", passed, checks.all().size());
        return passed == checks.all().size();
    }
}
