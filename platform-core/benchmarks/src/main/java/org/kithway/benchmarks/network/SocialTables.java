package org.kithway.benchmarks.network;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder with tables of the LDBC Social Network Benchmark ({@code graph/}), cells between bars,
 * and validated answers to its questions ({@code expected/}).
 */
record SocialTables(Path folder) {
    static boolean knows(Path folder) {
        return Files.exists(folder.resolve("graph").resolve("person_knows_person_0_0.csv"))
                && Files.isDirectory(folder.resolve("expected"));
    }

    interface Row {
        void accept(String[] cells);
    }

    /**
     * A question and its answer.
     *
     * @param asked the parameters by name
     * @param answer what is right
     */
    record Question(JsonNode asked, JsonNode answer) {}

    /** Shows all rows but the heading. */
    void each(String table, Row row) throws IOException {
        boolean[] heading = {true};
        LabelledNetwork.eachLine(
                folder.resolve("graph").resolve(table + "_0_0.csv"),
                line -> {
                    if (!heading[0]) {
                        row.accept(line.split("\\|", -1));
                    }
                    heading[0] = false;
                });
    }

    /** The second cell by the first, of a table in which each first cell stands once. */
    Map<String, String> map(String table) throws IOException {
        Map<String, String> map = new HashMap<>();
        each(table, cells -> map.put(cells[0], cells[1]));
        return map;
    }

    /** All second cells by the first. */
    Map<String, List<String>> lists(String table) throws IOException {
        Map<String, List<String>> lists = new HashMap<>();
        each(table, cells -> lists.computeIfAbsent(cells[0], c -> new ArrayList<>()).add(cells[1]));
        return lists;
    }

    /** The questions of a number, none if they are not there. */
    List<Question> questions(int number) throws IOException {
        List<Question> questions = new ArrayList<>();
        Path path = folder.resolve("expected").resolve("validation_params_ic" + number + ".csv");
        if (Files.exists(path)) {
            JsonMapper json = JsonMapper.shared();
            for (String line : Files.readAllLines(path)) {
                int bar = line.indexOf('|');
                if (bar > 0) {
                    questions.add(
                            new Question(
                                    json.readTree(line.substring(0, bar)),
                                    json.readTree(line.substring(bar + 1))));
                }
            }
        }
        return questions;
    }
}
