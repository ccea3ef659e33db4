package org.kithway.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * {@code bench NAME} measures how fast Kithway is, {@code evaluate NAME} how good its answers are.
 * Both print tables; neither is part of the product.
 */
@Command(name = "kithway", synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    /** Runs one of them and ends with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(line(out).execute(arguments));
    }

    static CommandLine line(PrintWriter out) {
        return new CommandLine(new Main())
                .addSubcommand(
                        group(
                                new Bench(),
                                List.of(
                                        new PipelineBenchmark(out),
                                        new SearchBenchmark(out),
                                        new RouteBenchmark(out),
                                        new MeasureBenchmark(out),
                                        new ConnectorBenchmark(out),
                                        new IdentityBenchmark(out))))
                .addSubcommand(
                        group(
                                new Evaluate(),
                                List.of(
                                        new RouteEvaluation(out),
                                        new PathEvaluation(out),
                                        new MeasureEvaluation(out),
                                        new TieEvaluation(out),
                                        new NameEvaluation(out),
                                        new IdentityEvaluation(out))))
                .setOut(out);
    }

    private static CommandLine group(Object group, List<Callable<Integer>> members) {
        CommandLine line = new CommandLine(group);
        members.forEach(line::addSubcommand);
        return line;
    }

    @Command(
            name = "bench",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "BENCHMARK",
            description = "Measures speed beside a bare engine or another library, in one run.")
    private static final class Bench {}

    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "EVALUATION",
            description = "Compares answers with a known truth or with another implementation.")
    private static final class Evaluate {}
}
