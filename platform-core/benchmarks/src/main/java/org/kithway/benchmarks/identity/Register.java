package org.kithway.benchmarks.identity;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.match.Column;
import org.kithway.identity.match.Linkage;
import org.kithway.identity.match.LinkageModel;

import java.util.List;
import java.util.regex.Pattern;

/** One table in which some entities stand several times. */
record Register(CsvTable table, List<String> truth) implements DataSet {
    private static final Pattern ENTITY =
            Pattern.compile("cluster|group|ent_?id|entity(_id)?|person_?id");
    private static final Pattern FEBRL = Pattern.compile("rec-(\\d+)-(org|dup-\\d+)");

    /** The table as a register, or null if it does not tell who is who. */
    static @Nullable Register of(CsvTable table) {
        List<String> truth = truth(table);
        return truth == null || Meaning.columns(List.of(table)).size() < 2
                ? null
                : new Register(table, truth);
    }

    static @Nullable List<String> truth(CsvTable table) {
        for (int i = 0; i < table.headings().size(); i++) {
            if (ENTITY.matcher(table.headings().get(i)).matches()) {
                return table.column(i);
            }
        }
        return febrl(table);
    }

    private static @Nullable List<String> febrl(CsvTable table) {
        int column = table.headings().indexOf("rec_id");
        if (column < 0 || table.rows().isEmpty()) {
            return null;
        }
        List<String> truth =
                table.column(column).stream()
                        .map(FEBRL::matcher)
                        .map(id -> id.matches() ? id.group(1) : "")
                        .toList();
        return truth.contains("") ? null : truth;
    }

    @Override
    public String name() {
        return table.name();
    }

    @Override
    public Result measure() {
        List<Column> columns = Meaning.columns(List.of(table));
        int records = truth.size();
        Linkage linkage = new Linkage(columns);
        long[] candidates = linkage.candidates();
        LinkageModel model =
                linkage.learn(
                        candidates, (double) records * (records - 1) / 2, (one, other) -> true);
        List<Linkage.Link> links = linkage.links(model, candidates, Groups.LEAST);
        Score score = Score.of(Groups.of(records, links, Groups.EVEN), truth);
        return score.result(records);
    }
}
