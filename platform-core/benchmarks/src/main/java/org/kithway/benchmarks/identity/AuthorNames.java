package org.kithway.benchmarks.identity;

import org.kithway.identity.match.Column;
import org.kithway.identity.match.FieldKind;
import org.kithway.identity.match.Linkage;
import org.kithway.identity.match.LinkageModel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Publications under names that several people have, a file a name: who is who is told by
 * co-authors, organizations, venues and titles. What is joined is compared again as one, in rounds
 * of ever less demand, with the m that were learned at first.
 */
final class AuthorNames implements DataSet {
    private static final double[] ROUNDS = {4, 2, Groups.EVEN};
    private static final Pattern PUBLICATION =
            Pattern.compile("<publication>(.*?)</publication>", Pattern.DOTALL);
    private static final Pattern VOLUME = Pattern.compile("\\(.*?\\)|,");

    private final String folder;
    private final List<String> coAuthors = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<String> venues = new ArrayList<>();
    private final List<String> organizations = new ArrayList<>();
    private final List<String> truth = new ArrayList<>();
    private final List<Integer> nameOf = new ArrayList<>();
    private final int names;

    AuthorNames(Path folder, List<Path> files) throws IOException {
        this.folder = String.valueOf(folder.getFileName());
        this.names = files.size();
        for (int name = 0; name < names; name++) {
            String text = CsvTable.text(files.get(name));
            String own = element(text, "FullName");
            Matcher publications = PUBLICATION.matcher(text);
            while (publications.find()) {
                add(publications.group(1), own, name);
            }
        }
    }

    /** Not parsed as XML, which the files are not: their ampersands stand alone. */
    static boolean isOne(String text) {
        return text.contains("<FullName>") && text.contains("<publication>");
    }

    private void add(String publication, String own, int name) {
        coAuthors.add(
                String.join(
                        ",",
                        Arrays.stream(element(publication, "authors").split(","))
                                .map(String::strip)
                                .filter(author -> !author.equalsIgnoreCase(own))
                                .toList()));
        titles.add(element(publication, "title"));
        venues.add(VOLUME.matcher(element(publication, "jconf")).replaceAll(""));
        String organization = element(publication, "organization");
        organizations.add(organization.equals("null") ? "" : organization);
        truth.add(name + "/" + element(publication, "label"));
        nameOf.add(name);
    }

    private static String element(String text, String tag) {
        int start = text.indexOf("<" + tag + ">");
        int end = text.indexOf("</" + tag + ">", start);
        return start < 0 || end < 0 ? "" : text.substring(start + tag.length() + 2, end).strip();
    }

    @Override
    public String name() {
        return folder + " (" + names + " author names, means)";
    }

    @Override
    public Result measure() {
        List<Column> columns =
                List.of(
                        new Column("co-author", FieldKind.LIST, coAuthors),
                        new Column("title", FieldKind.TEXT, titles),
                        new Column("venue", FieldKind.LIST, venues),
                        new Column("organization", FieldKind.TEXT, organizations));
        long[] within = within(nameOf);
        LinkageModel learned =
                new Linkage(columns)
                        .learn(
                                within,
                                within.length,
                                (one, other) -> !nameOf.get(one).equals(nameOf.get(other)));
        List<SortedSet<Integer>> groups = new ArrayList<>();
        for (int record = 0; record < truth.size(); record++) {
            groups.add(new TreeSet<>(List.of(record)));
        }
        for (double same : ROUNDS) {
            groups = joined(columns, groups, learned, same);
        }
        return means(groups);
    }

    private List<SortedSet<Integer>> joined(
            List<Column> columns,
            List<SortedSet<Integer>> groups,
            LinkageModel learned,
            double same) {
        List<Integer> names = groups.stream().map(group -> nameOf.get(group.first())).toList();
        Linkage linkage =
                new Linkage(columns.stream().map(column -> column.grouped(groups)).toList());
        LinkageModel model =
                linkage.adapted(learned, (one, other) -> !names.get(one).equals(names.get(other)));
        List<Linkage.Link> links = linkage.links(model, within(names), Double.NEGATIVE_INFINITY);
        List<SortedSet<Integer>> joined = new ArrayList<>();
        for (SortedSet<Integer> together : Groups.of(groups.size(), links, same)) {
            SortedSet<Integer> records = new TreeSet<>();
            together.forEach(group -> records.addAll(groups.get(group)));
            joined.add(records);
        }
        return joined;
    }

    /** All pairs of one name; the records of a name follow each other. */
    private static long[] within(List<Integer> names) {
        List<Long> pairs = new ArrayList<>();
        for (int one = 0; one < names.size(); one++) {
            int name = names.get(one);
            for (int other = one + 1; other < names.size() && names.get(other) == name; other++) {
                pairs.add((long) one << 32 | other);
            }
        }
        return pairs.stream().mapToLong(Long::longValue).toArray();
    }

    private Result means(List<SortedSet<Integer>> groups) {
        double[] sums = new double[6];
        for (int name = 0; name < names; name++) {
            int from = nameOf.indexOf(name);
            int to = nameOf.lastIndexOf(name) + 1;
            List<List<Integer>> own =
                    groups.stream()
                            .filter(group -> group.first() >= from && group.first() < to)
                            .map(group -> group.stream().map(record -> record - from).toList())
                            .toList();
            Result result = Score.of(own, truth.subList(from, to)).result(to - from);
            sums[0] += result.pairs().precision();
            sums[1] += result.pairs().recall();
            sums[2] += result.pairs().f1();
            sums[3] += result.clusters().precision();
            sums[4] += result.clusters().recall();
            sums[5] += result.clusters().f1();
        }
        return new Result(
                truth.size(),
                new Figures(sums[0] / names, sums[1] / names, sums[2] / names),
                new Figures(sums[3] / names, sums[4] / names, sums[5] / names));
    }
}
