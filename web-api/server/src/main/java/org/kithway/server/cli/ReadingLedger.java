package org.kithway.server.cli;

import org.kithway.connector.Connector;
import org.kithway.connector.Reading;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the records of each file. */
final class ReadingLedger {
    private final List<String> entries;
    private final Map<String, String> parts;
    private final Map<String, Counts> files = new TreeMap<>();
    private long readings;

    ReadingLedger(List<String> entries, Connector.Manifest manifest) {
        this.entries = entries;
        this.parts = manifest.parts();
        parts.keySet().forEach(file -> files.put(file, new Counts()));
    }

    private static final class Counts {
        private long kept;
        private long withheld;
        private long rejected;
        private boolean faulty;
        private boolean broken;

        /** As an import has it. */
        boolean needsAttention() {
            return faulty || broken || rejected == read();
        }

        long read() {
            return kept + withheld + rejected;
        }
    }

    void count(Reading reading) {
        readings++;
        Counts counts = files.computeIfAbsent(reading.place().entry(), file -> new Counts());
        switch (reading) {
            case Reading.Statement _ -> counts.kept++;
            case Reading.Withheld _ -> counts.withheld++;
            case Reading.Rejection rejection -> {
                counts.broken |= rejection.endsFile();
                // Record 0 is the file as a whole, which is no record of it.
                if (rejection.place().record() == 0) {
                    counts.faulty = true;
                } else {
                    counts.rejected++;
                }
            }
            case Reading.Notice _ -> {}
        }
    }

    long readings() {
        return readings;
    }

    boolean hasRejections() {
        return files.values().stream().anyMatch(c -> c.rejected > 0 || c.needsAttention());
    }

    ObjectNode fields() {
        ObjectNode fields = Api.object();
        ArrayNode ledger = fields.putArray("ledger");
        files.forEach((file, counts) ->
                ledger.addObject()
                        .put("file", file)
                        .put("kind", kind(file))
                        .put("read", counts.read())
                        .put("kept", counts.kept)
                        .put("withheld", counts.withheld)
                        .put("rejected", counts.rejected)
                        .put("whole", !counts.broken)
                        .put("needsAttention", counts.needsAttention()));
        ArrayNode notRead = fields.putArray("notRead");
        notRead().forEach(notRead::add);
        return fields;
    }

    String table() {
        List<List<String>> rows =
                files.entrySet().stream()
                        .map(file ->
                                List.of(
                                        file.getKey(),
                                        kind(file.getKey()),
                                        Text.count(file.getValue().read()),
                                        Text.count(file.getValue().kept),
                                        Text.count(file.getValue().withheld),
                                        Text.count(file.getValue().rejected),
                                        note(file.getValue())))
                        .toList();
        String table =
                Text.table(
                        List.of("FILE", "KIND", "READ", "KEPT", "WITHHELD", "REJECTED", "NOTE"),
                        rows);
        List<String> notRead = notRead();
        return notRead.isEmpty()
                ? table
                : table + "\nNot read: " + Text.clean(String.join(", ", notRead));
    }

    private static String note(Counts counts) {
        if (!counts.needsAttention()) {
            return "";
        }
        return counts.broken ? "needs attention: not read to its end" : "needs attention";
    }

    private String kind(String file) {
        return parts.getOrDefault(file, "");
    }

    private List<String> notRead() {
        return entries.stream().filter(entry -> !files.containsKey(entry)).toList();
    }
}
