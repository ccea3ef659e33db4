package org.kithway.benchmarks;

import org.kithway.benchmarks.identity.GeneratedAccounts;
import org.kithway.benchmarks.identity.Resolution;
import org.kithway.identity.IdentityModel;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Resolves generated accounts in memory: all at once, then an import of new ones. */
@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        description = "Resolves generated accounts: all at once, then new ones.")
final class IdentityBenchmark implements Callable<Integer> {
    private final PrintWriter out;

    @Option(
            names = "--accounts",
            defaultValue = "1000000",
            description = "To resolve at once (default: ${DEFAULT-VALUE}); at most 16 millions.")
    private int accounts;

    @Option(
            names = "--new",
            defaultValue = "1000",
            description = "That come after them (default: ${DEFAULT-VALUE}).")
    private int more;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Decides who has which accounts (default: ${DEFAULT-VALUE}).")
    private long seed;

    IdentityBenchmark(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        GeneratedAccounts town = new GeneratedAccounts(accounts, 0, seed);
        GeneratedAccounts later = new GeneratedAccounts(more, accounts / 3, seed);
        Resolution resolution = new Resolution(IdentityModel.PRIOR);
        long start = System.nanoTime();
        resolution.all(town.references());
        List<SortedSet<Integer>> groups =
                resolution.groups(IntStream.range(0, accounts).boxed().toList());
        double whole = (System.nanoTime() - start) / 1e9;
        long compared = resolution.compared();
        long middle = System.nanoTime();
        SortedSet<Integer> touched = resolution.add(later.references());
        int regrouped = resolution.groups(touched).size();
        double afterwards = (System.nanoTime() - middle) / 1e9;
        Table table = new Table("resolving accounts", "accounts", "pairs compared", "seconds");
        table.row("all at once", accounts, compared, Table.number(whole, 1));
        table.row(
                "then new ones",
                more,
                resolution.compared() - compared,
                Table.number(afterwards, 2));
        table.print(out);
        long right = groups.stream().filter(group -> isOne(group, town.people())).count();
        out.printf(
                "%d groups, %d of them of one person each; the new accounts touch %d groups. Heap in use: %d MB.%n",
                groups.size(), right, regrouped, used());
        return 0;
    }

    private static boolean isOne(SortedSet<Integer> group, List<Integer> people) {
        return group.stream().map(people::get).distinct().count() == 1;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
