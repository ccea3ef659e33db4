package org.kithway.connector.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

class FactsConnectorTest {
    private static final Settings NONE = Settings.check(List.of(), Map.of());
    private static final String SKILL = "{\"fact\":\"skill\",\"subject\":\"a:b\",\"skill\":\"x\"}";

    @TempDir Path folder;

    private final FactsConnector connector = new FactsConnector();

    private static List<Reading> all(Connector.Reader reader) throws IOException {
        List<Reading> readings = new ArrayList<>();
        for (Reading r = reader.read(); r != null; r = reader.read()) {
            readings.add(r);
        }
        return readings;
    }

    private List<Reading> read(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl"), content);
        try (Exports.OpenExport export = Exports.open(file, ExportLimits.DEFAULT);
                Connector.Reader reader = connector.open(export, NONE)) {
            return all(reader);
        }
    }

    private static String reason(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Rejection.class);
        return ((Reading.Rejection) reading).reason();
    }

    /** The first of its files cannot be unpacked. */
    private static final class Damaged implements Export {
        @Override
        public String name() {
            return "facts.zip";
        }

        @Override
        public List<String> entries() {
            return List.of("a.jsonl", "b.jsonl");
        }

        @Override
        public @Nullable Instant writtenAt() {
            return null;
        }

        @Override
        public InputStream open(String entry) throws IOException {
            if (entry.equals("a.jsonl")) {
                throw new ExportException("a.jsonl is damaged: download the archive again");
            }
            return new ByteArrayInputStream(SKILL.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aDamagedFileHidesNoOther() throws IOException {
        assertThat(connector.recognizes(new Damaged())).isTrue();
        try (Connector.Reader reader = connector.open(new Damaged(), NONE)) {
            List<Reading> readings = all(reader);
            assertThat(readings).hasSize(2);
            assertThat(reason(readings.getFirst())).contains("damaged");
            assertThat(readings.getLast()).isInstanceOf(Reading.Statement.class);
        }
    }

    @Test
    void theSourceOfTheHeaderIsTheKindOfFile() throws IOException {
        Files.writeString(
                folder.resolve("a.jsonl"),
                "{\"export\":{\"source\":\"crm\",\"exportedAt\":\"2026-01-01T00:00:00Z\"}}\n");
        Files.createDirectory(folder.resolve("b"));
        Files.writeString(folder.resolve("b/c.ndjson"), SKILL);
        Files.writeString(
                folder.resolve("d.jsonl"),
                "{\"export\":{\"exportedAt\":\"2025-01-01T00:00:00Z\"}}\n");
        try (Exports.OpenExport export = Exports.open(folder, ExportLimits.DEFAULT);
                Connector.Reader reader = connector.open(export, NONE)) {
            assertThat(reader.manifest().parts())
                    .containsOnly(
                            Map.entry("a.jsonl", "crm"),
                            Map.entry("b/c.ndjson", "c.ndjson"),
                            Map.entry("d.jsonl", "d.jsonl"));
            assertThat(reader.manifest().exportedAt())
                    .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
            assertThat(reader.manifest().owner()).isNull();
        }
    }

    /** The line has two gibibytes, twice the memory of these tests. */
    @Test
    void aLineThatIsTooLongIsRejectedAndTheNextOneRead() throws IOException {
        InputStream begin = bytes(SKILL + "\n{\"fact\":\"");
        InputStream end = bytes("\n" + SKILL + "\n");
        try (Lines lines =
                new Lines(
                        new SequenceInputStream(
                                Collections.enumeration(
                                        List.of(begin, new Monotonous(2L << 30), end))))) {
            assertThat(lines.next()).isEqualTo(new Lines.Line.Text(1, SKILL));
            assertThat(lines.next())
                    .isInstanceOfSatisfying(
                            Lines.Line.Unreadable.class,
                            line ->
                                    assertThat(line.reason())
                                            .contains("longer than 1048576 bytes"));
            assertThat(lines.next()).isEqualTo(new Lines.Line.Text(3, SKILL));
            assertThat(lines.next()).isNull();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One letter, many times. */
    private static final class Monotonous extends InputStream {
        private long left;

        Monotonous(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(into, offset, offset + count, (byte) 'x');
            left -= count;
            return count;
        }
    }

    @Test
    void theLongestLineIsRead() throws IOException {
        String fact =
                SKILL.replace(
                        "\"x\"", "\"" + "x".repeat(Lines.LONGEST - SKILL.length() + 1) + "\"");
        assertThat(fact).hasSize(Lines.LONGEST);
        assertThat(read(fact + "\n" + SKILL))
                .hasSize(2)
                .allMatch(Reading.Statement.class::isInstance);
        assertThat(reason(read(" " + fact).getFirst())).contains("longer than");
    }

    @Test
    void depthAndLongNumbersAndNamesAreRejected() throws IOException {
        assertThat(read("{\"fact\":" + "[".repeat(100_000)))
                .singleElement()
                .satisfies(r -> assertThat(reason(r)).contains("not readable JSON"));
        assertThat(read("{\"fact\":" + "1".repeat(100_000) + "}"))
                .singleElement()
                .satisfies(r -> assertThat(reason(r)).contains("not readable JSON"));
        assertThat(read("{\"" + "n".repeat(100_000) + "\":1}"))
                .singleElement()
                .satisfies(r -> assertThat(reason(r)).contains("not readable JSON"));
    }

    @Test
    void aFileWithoutFactsNeedsAttention() throws IOException {
        for (String content : List.of("\n \n", "{\"export\":{\"source\":\"crm\"}}\n")) {
            assertThat(read(content))
                    .singleElement()
                    .satisfies(r -> assertThat(reason(r)).contains("holds no facts"))
                    .satisfies(r -> assertThat(r.place().record()).isZero());
        }
    }

    @Test
    void aDamagedFileIsRejectedAndTheOthersRead() throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), SKILL);
        Files.writeString(folder.resolve("c.jsonl"), SKILL);
        Files.createSymbolicLink(folder.resolve("b.jsonl"), folder.resolve("a.jsonl"));
        try (Exports.OpenExport export = Exports.open(folder, ExportLimits.DEFAULT);
                Connector.Reader reader = connector.open(export, NONE)) {
            List<Reading> readings = all(reader);
            assertThat(readings)
                    .extracting(r -> r.place().toString())
                    .containsExactly("a.jsonl:1", "b.jsonl", "c.jsonl:1");
            assertThat(reason(readings.get(1))).contains("not a plain file");
        }
    }

    @Test
    void aFileOfOtherLinesIsNotRecognized() throws IOException {
        Path file = folder.resolve("log.jsonl");
        for (String content :
                List.of(
                        "{\"time\":1,\"message\":\"started\"}\n",
                        "{\"nested\":{\"fact\":\"skill\"}}\n",
                        "{\"export\":true}\n",
                        "[\"fact\"]\n",
                        "fact\n")) {
            Files.writeString(file, content);
            try (Exports.OpenExport export = Exports.open(file, ExportLimits.DEFAULT)) {
                assertThat(connector.recognizes(export)).as(content).isFalse();
            }
        }
    }
}
