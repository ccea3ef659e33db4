package org.kithway.benchmarks;

import org.kithway.benchmarks.identity.DataSet;
import org.kithway.benchmarks.identity.DataSets;
import org.kithway.benchmarks.identity.DemoTownAccounts;
import org.kithway.benchmarks.identity.NetworkPair;
import org.kithway.benchmarks.identity.Published;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Resolves public sets of records whose truth is known, beside what others tell of them. */
@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        description = "Who is who in sets of records whose truth is known.")
final class IdentityEvaluation implements Callable<Integer> {
    private static final int NO_INPUT = 2;

    private final PrintWriter out;

    @Parameters(
            index = "0",
            paramLabel = "FOLDER",
            description =
                    "Holds sets, or folders of them: tables of people or publications in CSV, author names in XML.")
    private Path folder = Path.of(".");

    IdentityEvaluation(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            out.printf("There is no folder %s.%n", folder);
            return NO_INPUT;
        }
        List<DataSet> sets = DataSets.in(folder);
        List<NetworkPair> networks = DataSets.networksIn(folder);
        List<Path> ofNames = new ArrayList<>();
        for (Path one : DataSets.folders(folder)) {
            if (NameEvaluation.knows(one)) {
                ofNames.add(one);
            }
        }
        if (sets.isEmpty() && networks.isEmpty() && ofNames.isEmpty()) {
            out.printf("No set whose truth is known was found in %s.%n", folder);
            return NO_INPUT;
        }
        Table table =
                new Table(
                        "who is who",
                        "records",
                        "precision",
                        "recall",
                        "F1",
                        "whole: precision",
                        "recall",
                        "F1",
                        "seconds",
                        "others' F1");
        Path archives = Files.createTempDirectory("kithway-town");
        sets.add(new DemoTownAccounts(archives));
        for (DataSet set : sets) {
            long start = System.nanoTime();
            DataSet.Result result = set.measure();
            double seconds = (System.nanoTime() - start) / 1e9;
            table.row(
                    set.name(),
                    result.records(),
                    Table.number(result.pairs().precision(), 4),
                    Table.number(result.pairs().recall(), 4),
                    Table.number(result.pairs().f1(), 4),
                    Table.number(result.clusters().precision(), 4),
                    Table.number(result.clusters().recall(), 4),
                    Table.number(result.clusters().f1(), 4),
                    Table.number(seconds, 1),
                    Published.of(set.name()));
        }
        delete(archives);
        table.print(out);
        out.println(
                "Pairs of records, then whole people or works; what is likelier than not is joined.");
        out.println();
        printNetworks(networks);
        for (Path names : ofNames) {
            new CommandLine(new NameEvaluation(out)).execute(names.toString());
        }
        return 0;
    }

    private void printNetworks(List<NetworkPair> networks) {
        Table table =
                new Table(
                        "the same people in two networks, by whom they know",
                        "anchors",
                        "sought",
                        "MRR",
                        "first",
                        "in the first ten",
                        "MRR backwards",
                        "others' MRR");
        for (NetworkPair pair : networks) {
            List<NetworkPair.Ranking> rankings = pair.measure();
            NetworkPair.Ranking there = rankings.getFirst();
            NetworkPair.Ranking back = rankings.getLast();
            table.row(
                    pair.name(),
                    pair.anchors().size(),
                    pair.sought().size(),
                    Table.number(there.reciprocal(), 4),
                    Table.number(there.first(), 4),
                    Table.number(there.ten(), 4),
                    Table.number(back.reciprocal(), 4),
                    Published.of(pair.name()));
        }
        if (!networks.isEmpty()) {
            table.print(out);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
