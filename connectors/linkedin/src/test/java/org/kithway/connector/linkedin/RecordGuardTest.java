package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class RecordGuardTest {
    private static final String LONG = "x".repeat(RecordGuard.LONGEST + 10);

    @Test
    void theParserSeesWhatItWouldHaveSeenWithoutTheGuard() throws IOException {
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append("a b,,\"\"\"\n\r;\\".charAt(random.nextInt(12)));
            }
            if (isUnclosed(text)) {
                text.append('"');
            }
            assertThat(records(text.toString(), false))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(unguarded(text.toString()));
        }
    }

    @Test
    void anOverlongCellCostsItsOwnRecordAlone() throws IOException {
        List<List<String>> records = records("a,b\n1," + LONG + ",2\nc,d\n", false);
        assertThat(records).hasSize(3);
        assertThat(records.get(1)).last().isEqualTo(RecordGuard.CUT);
        assertThat(records.get(2)).containsExactly("c", "d");
    }

    @Test
    void anOverlongQuotedCellMayHoldQuotesAndLineBreaks() throws IOException {
        String cell = "\"" + LONG + "\n\"\"quoted\"\", and\n\"";
        List<List<String>> records = records("a," + cell + ",b\nc,d\n", false);
        assertThat(records).hasSize(2);
        assertThat(records.get(0)).last().isEqualTo(RecordGuard.CUT);
        assertThat(records.get(1)).containsExactly("c", "d");
    }

    @Test
    void aRecordOfCountlessCellsIsCut() throws IOException {
        List<List<String>> records = records(",".repeat(100_000) + "\nc,d\n", false);
        assertThat(records).hasSize(2);
        assertThat(records.get(0)).hasSizeLessThan(1_100).last().isEqualTo(RecordGuard.CUT);
    }

    @Test
    void aQuoteThatIsNeverClosedIsMarked() throws IOException {
        List<List<String>> records = records("a,b\nc,\"d\ne,f\n", false);
        assertThat(records)
                .containsExactly(List.of("a", "b"), List.of("c", "d\ne,f\n", RecordGuard.UNCLOSED));
    }

    @Test
    void marksInTheTextItselfAreNotBelieved() throws IOException {
        assertThat(records("a,\uFFFE\nb,\uFFFF\n", false))
                .containsExactly(List.of("a", "\uFFFD"), List.of("b", "\uFFFD"));
    }

    @Test
    void quotesEscapedByBackslashAreQuotes() throws IOException {
        assertThat(
                        records(
                                "1,\"she said \\\"yes\\\", twice\"\n2,\"\\\"\"\n3,\"C:\\\\\"\n4,\\\"\n",
                                true))
                .containsExactly(
                        List.of("1", "she said \"yes\", twice"),
                        List.of("2", "\""),
                        List.of("3", "C:\\"),
                        List.of("4", "\\\""));
    }

    private static List<List<String>> records(String text, boolean backslashes) throws IOException {
        List<List<String>> records = new ArrayList<>();
        try (CsvText csv =
                new CsvText(new StringReader(text), new CsvText.Dialect(',', backslashes))) {
            for (List<String> cells = csv.next(); cells != null; cells = csv.next()) {
                records.add(cells);
            }
        }
        return records;
    }

    private static List<List<String>> unguarded(String text) throws IOException {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .ofCsvRecord(text)) {
            return reader.stream()
                    .map(CsvRecord::getFields)
                    .filter(cells -> cells.size() > 1 || !cells.getFirst().isBlank())
                    .toList();
        }
    }

    private static boolean isUnclosed(CharSequence text) throws IOException {
        List<List<String>> records = records(text.toString(), false);
        return !records.isEmpty() && records.getLast().getLast().equals(RecordGuard.UNCLOSED);
    }
}
