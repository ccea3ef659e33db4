package org.kithway.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.kithway.identity.name.NameAgreement;
import org.kithway.identity.name.NameComparison;
import org.kithway.identity.name.OrganizationAgreement;
import org.kithway.identity.name.OrganizationComparison;
import org.kithway.identity.name.OrganizationName;
import org.kithway.identity.name.PersonName;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * Compares what is made of names with labelled pairs of names, from a folder that has any of
 *
 * <ul>
 *   <li>{@code *name_bench_cases*.csv}: {@code schema, name1, name2, is_match}, pairs of people,
 *       companies and ships, and {@code *logicv2*frozen*.csv}, what OpenSanctions' matcher makes of
 *       such pairs ({@code outcome} TP, FP, TN or FN);
 *   <li>{@code *name_pairs*.txt}: two given names of one meaning a line, split by a comma;
 *   <li>{@code *positives*_treated.csv}, {@code *positives*_untreated.csv} and {@code
 *       *negatives*.csv}: {@code full_name} of each line of the first is a garbled one of the same
 *       line of the second, to be found among all.
 * </ul>
 */
@Command(
        name = "names",
        mixinStandardHelpOptions = true,
        description = "What names are the same, beside labelled pairs of names in a folder.")
final class NameEvaluation implements Callable<Integer> {
    private static final int NEGATIVES_A_PAIR = 4;

    private final PrintWriter out;

    @Parameters(paramLabel = "FOLDER", description = "The folder with the pairs.")
    private Path folder = Path.of("");

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Decides which pairs are made up (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--errors", description = "Prints the pairs that are judged otherwise.")
    private boolean errors;

    NameEvaluation(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            out.println("There is no folder " + folder + ".");
            return 2;
        }
        boolean any = false;
        for (Path cases : files("*name_bench_cases*.csv")) {
            labelled(cases);
            any = true;
        }
        for (Path pairs : files("*name_pairs*.txt")) {
            givenNames(pairs);
            any = true;
        }
        List<Path> treated = files("*positives*_treated.csv");
        if (!treated.isEmpty()) {
            search(treated);
            any = true;
        }
        if (!any) {
            out.println("None of the files that are known is in " + folder + ".");
        }
        return any ? 0 : 2;
    }

    /** Whether the folder has any files that are known. */
    static boolean knows(Path folder) throws IOException {
        String known = "{*name_bench_cases*.csv,*name_pairs*.txt,*positives*_treated.csv}";
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, known)) {
            return found.iterator().hasNext();
        }
    }

    private List<Path> files(String glob) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            found.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    /** How many were judged rightly and wrongly. */
    private static final class Counts {
        private int truePositives;
        private int falsePositives;
        private int falseNegatives;
        private int trueNegatives;

        void add(boolean isMatch, boolean judged) {
            if (judged) {
                truePositives += isMatch ? 1 : 0;
                falsePositives += isMatch ? 0 : 1;
            } else {
                falseNegatives += isMatch ? 1 : 0;
                trueNegatives += isMatch ? 0 : 1;
            }
        }

        double precision() {
            return (double) truePositives / Math.max(1, truePositives + falsePositives);
        }

        double recall() {
            return (double) truePositives / Math.max(1, truePositives + falseNegatives);
        }

        Object[] columns() {
            double f1 =
                    2.0
                            * truePositives
                            / Math.max(1, 2 * truePositives + falsePositives + falseNegatives);
            int all = truePositives + falsePositives + falseNegatives + trueNegatives;
            return new Object[] {
                all,
                Table.number(precision(), 4),
                Table.number(recall(), 4),
                Table.number(f1, 4),
                Table.number((double) (truePositives + trueNegatives) / Math.max(1, all), 4)
            };
        }
    }

    private void labelled(Path cases) throws IOException {
        Table table = new Table(cases.getFileName().toString(), "n", "P", "R", "F1", "accuracy");
        Predicate<NamedCsvRecord> label = r -> r.getField("is_match").equals("true");
        rows(table, "Kithway", cases, label, NameEvaluation::judge);
        for (Path frozen : files("*logicv2*frozen*.csv")) {
            rows(
                    table,
                    "logic-v2, frozen",
                    frozen,
                    label,
                    r -> r.getField("outcome").endsWith("P"));
            rows(table, "Kithway, the same cases", frozen, label, NameEvaluation::judge);
        }
        table.row("logic-v2, published: people", 541, "0.6996", "0.7893", "0.7417", "");
        table.row("logic-v2, published: all", 812, "0.7616", "0.8214", "0.7904", "");
        table.print(out);
        if (errors) {
            for (NamedCsvRecord pair : records(cases)) {
                if (label.test(pair) != judge(pair)) {
                    out.printf(
                            "%s | %s | %s | %s%n",
                            label.test(pair) ? "missed" : "wrong",
                            pair.getField("schema"),
                            pair.getField("name1"),
                            pair.getField("name2"));
                }
            }
        }
    }

    private static void rows(
            Table table,
            String who,
            Path cases,
            Predicate<NamedCsvRecord> label,
            Predicate<NamedCsvRecord> judge) {
        Counts people = new Counts();
        Counts others = new Counts();
        Counts all = new Counts();
        for (NamedCsvRecord pair : records(cases)) {
            boolean judged = judge.test(pair);
            (isPerson(pair) ? people : others).add(label.test(pair), judged);
            all.add(label.test(pair), judged);
        }
        table.row(who + ": people", people.columns());
        table.row(who + ": companies, ships", others.columns());
        table.row(who + ": all", all.columns());
    }

    private static boolean isPerson(NamedCsvRecord pair) {
        return pair.getField("schema").equals("Person");
    }

    private static boolean judge(NamedCsvRecord pair) {
        String left = pair.getField("name1");
        String right = pair.getField("name2");
        boolean organizations =
                OrganizationComparison.of(OrganizationName.of(left), OrganizationName.of(right))
                                .agreement()
                                .compareTo(OrganizationAgreement.ACRONYM)
                        >= 0;
        return switch (pair.getField("schema")) {
            case "Person" -> isLikely(left, right);
            case "LegalEntity" -> organizations || isLikely(left, right);
            default -> organizations;
        };
    }

    private static boolean isLikely(String left, String right) {
        return NameComparison.of(PersonName.of(left), PersonName.of(right)).isLikely();
    }

    private static boolean isSameGivenName(String left, String right) {
        NameComparison comparison =
                NameComparison.of(PersonName.of(left, ""), PersonName.of(right, ""));
        return comparison.given().compareTo(NameAgreement.SIMILAR) >= 0;
    }

    private void givenNames(Path pairs) throws IOException {
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        Set<String> same = new HashSet<>();
        for (String line : Files.readAllLines(pairs)) {
            int comma = line.indexOf(',');
            if (comma > 0) {
                left.add(line.substring(0, comma).strip());
                right.add(line.substring(comma + 1).strip());
                same.add(left.getLast() + "," + right.getLast());
                same.add(right.getLast() + "," + left.getLast());
            }
        }
        Counts counts = new Counts();
        for (int i = 0; i < left.size(); i++) {
            counts.add(true, isSameGivenName(left.get(i), right.get(i)));
        }
        Random random = new Random(seed);
        for (int i = 0; i < left.size() * NEGATIVES_A_PAIR; i++) {
            String one = left.get(random.nextInt(left.size()));
            String other = right.get(random.nextInt(right.size()));
            if (!same.contains(one + "," + other) && !one.equals(other)) {
                counts.add(false, isSameGivenName(one, other));
            }
        }
        Table table =
                new Table(
                        pairs.getFileName() + " and made-up pairs (seed " + seed + ")",
                        "n",
                        "P",
                        "R",
                        "F1",
                        "accuracy");
        table.row("Kithway: given names", counts.columns());
        table.row(
                "HMNI, published, on its own negatives",
                "",
                "0.9255",
                "0.7548",
                "0.8315",
                "0.9393");
        table.print(out);
    }

    private void search(List<Path> treatedFiles) throws IOException {
        List<String> names = new ArrayList<>();
        List<String> queries = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        for (Path treated : treatedFiles) {
            Path untreated =
                    treated.resolveSibling(
                            treated.getFileName().toString().replace("_treated", "_untreated"));
            int line = names.size();
            names.addAll(fullNames(untreated));
            for (String query : fullNames(treated)) {
                queries.add(query);
                answers.add(line++);
            }
        }
        for (Path negatives : files("*negatives*.csv")) {
            names.addAll(fullNames(negatives));
        }
        NameIndex index = new NameIndex(names);
        int[] found = new int[4];
        int[] limits = {1, 10, 100, Integer.MAX_VALUE};
        long candidates = 0;
        for (int i = 0; i < queries.size(); i++) {
            List<Integer> ranked = index.ranked(queries.get(i));
            candidates += ranked.size();
            Optional<Integer> rank = rank(ranked, names, names.get(answers.get(i)));
            for (int k = 0; k < limits.length; k++) {
                found[k] += rank.isPresent() && rank.get() < limits[k] ? 1 : 0;
            }
            if (errors && rank.isEmpty()) {
                out.println("not found | " + queries.get(i) + " | " + names.get(answers.get(i)));
            }
        }
        Table table =
                new Table(
                        queries.size() + " garbled names among " + names.size(),
                        "recall@1",
                        "@10",
                        "@100",
                        "any",
                        "candidates");
        table.row(
                "Kithway's blocking keys",
                Table.number((double) found[0] / queries.size(), 4),
                Table.number((double) found[1] / queries.size(), 4),
                Table.number((double) found[2] / queries.size(), 4),
                Table.number((double) found[3] / queries.size(), 4),
                Table.number((double) candidates / queries.size(), 1));
        table.print(out);
    }

    /** The place of the first line with that name: several may have it. */
    private static Optional<Integer> rank(List<Integer> ranked, List<String> names, String name) {
        for (int i = 0; i < ranked.size(); i++) {
            if (names.get(ranked.get(i)).equals(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static List<String> fullNames(Path file) {
        return records(file).stream().map(r -> r.getField("full_name")).toList();
    }

    private static List<NamedCsvRecord> records(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
