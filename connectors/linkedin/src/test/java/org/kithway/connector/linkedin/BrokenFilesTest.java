package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.connector.Reading;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

class BrokenFilesTest {
    private static final String HEADER =
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
    private static final String ALMA = "Alma,Reed,www.linkedin.com/in/alma-reed,,,,01 Jan 2020";
    private static final String SKILLS = "Skills.csv";

    @Test
    void aFileWithoutRecordsNeedsAttention() {
        assertThat(Archive.of("Connections.csv", HEADER).outcomes())
                .containsExactly("Connections.csv rejected: the file holds no records");
    }

    @Test
    void anEmptyFileOfAKnownNameNeedsAttentionAndTheOthersAreRead() {
        Archive archive =
                Archive.of(SKILLS, "Name", "Milling")
                        .with("Connections.csv", StandardCharsets.UTF_8, "");
        assertThat(archive.outcomes())
                .containsExactly(
                        "Connections.csv rejected: the file has none of the columns that a file of"
                                + " this name has: export it again and upload it as it is",
                        "Skills.csv:1 kept");
    }

    @Test
    void aLostColumnCostsOnlyWhatNeedsItAndIsNamed() {
        Archive archive =
                Archive.of(
                                "messages.csv",
                                "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
                                        + "FOLDER",
                                "1,Own,www.linkedin.com/in/own,A,www.linkedin.com/in/a,INBOX",
                                "1,Own,www.linkedin.com/in/own,B,www.linkedin.com/in/b,INBOX")
                        .with("Connections.csv", "First Name,Last Name,Company,Position", "A,R,,");
        assertThat(archive.outcomes())
                .containsExactly(
                        "Connections.csv rejected: missing among the file's columns: 'Email"
                                + " Address', 'Connected On'; the rest is read; export it again",
                        "Connections.csv:1 kept",
                        "messages.csv:1 rejected: the file has no column 'DATE': export it again",
                        "messages.csv:2 rejected: the file has no column 'DATE': export it again");
    }

    @Test
    void aFileIsSpokenOfAsAWholeOnlyOnce() {
        assertThat(Archive.of("Connections.csv", "First Name,Connected On").outcomes()).hasSize(1);
    }

    @Test
    void recordsThatDoNotFitTheHeaderAreRejectedAloneWithoutAWordOfThem() {
        assertThat(
                        Archive.of(
                                        "Connections.csv",
                                        HEADER,
                                        "Bo,Field",
                                        "Bo,Field,,,Mill, Wrenholm,Miller,01 Jan 2020",
                                        "Bo,Field,,,,,someday",
                                        "Bo,Field,https://example.com/bo,,,,01 Jan 2020",
                                        ",,https://example.com/bo,,,,01 Jan 2020",
                                        "",
                                        ALMA + ",,")
                                .outcomes())
                .containsExactly(
                        "Connections.csv:1 rejected: the record has 2 cells, the header names 7"
                                + " columns",
                        "Connections.csv:2 rejected: the record has 8 cells, the header names 7"
                                + " columns; perhaps a cell with a comma lost its quotes",
                        "Connections.csv:3 rejected: column 'Connected On' is not a date in a known"
                                + " form",
                        "Connections.csv:4 kept",
                        "Connections.csv:5 rejected: column 'URL' is not the address of a profile",
                        "Connections.csv:6 kept");
    }

    @Test
    void aCellOfAHundredMegabytesIsPassedOver() {
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        byte[] start = (HEADER + "\n\"").getBytes(StandardCharsets.UTF_8);
        byte[] end = ("\",,,,,,\n" + ALMA + "\n").getBytes(StandardCharsets.UTF_8);
        Archive archive =
                new Archive("archive.zip")
                        .with(
                                "Connections.csv",
                                () -> {
                                    List<InputStream> blocks =
                                            Collections.nCopies(100, block).stream()
                                                    .<InputStream>map(ByteArrayInputStream::new)
                                                    .toList();
                                    return new SequenceInputStream(
                                            new ByteArrayInputStream(start),
                                            new SequenceInputStream(
                                                    new SequenceInputStream(
                                                            Collections.enumeration(blocks)),
                                                    new ByteArrayInputStream(end)));
                                });
        assertThat(archive.outcomes())
                .containsExactly(
                        "Connections.csv:1 rejected: the record is longer than 1048576 characters"
                                + " or 1000 cells; perhaps a quote is not closed",
                        "Connections.csv:2 kept");
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldWhereItOpens() {
        assertThat(
                        Archive.of(
                                        "Connections.csv",
                                        HEADER,
                                        ALMA,
                                        "\"Bo,Field,,,,,01 Jan 2020",
                                        ALMA)
                                .outcomes())
                .containsExactly(
                        "Connections.csv:1 kept",
                        "Connections.csv:2 rejected: a quote is not closed, so that all that follows"
                                + " belongs to this record: export the file again");
    }

    @Test
    void aFileThatBreaksOffIsReadAsFarAsItGoesAndTheNextOneToo() {
        String rows = HEADER + "\n" + (ALMA + "\n").repeat(3_000);
        Archive archive = Archive.of(SKILLS, "Name", "Milling").withBroken("Connections.csv", rows);
        List<String> outcomes = archive.outcomes();
        assertThat(outcomes.getFirst()).isEqualTo("Connections.csv:1 kept");
        assertThat(outcomes.getLast()).isEqualTo("Skills.csv:1 kept");
        assertThat(outcomes.get(outcomes.size() - 2))
                .endsWith(
                        "rejected: from here on, the file cannot be read: the archive is cut off");
    }

    @Test
    void aFileThatCannotBeOpenedIsNamedAndTheOthersAreRead() {
        Archive archive = Archive.of(SKILLS, "Name", "Milling").withBroken("Connections.csv", "");
        assertThat(archive.outcomes())
                .containsExactly(
                        "Connections.csv rejected: the file cannot be read: the archive is cut off",
                        "Skills.csv:1 kept");
        assertThat(archive.isRecognized()).isTrue();
    }

    @Test
    void onlyAFileThatIsReadToItsEndIsWhole() {
        assertThat(ends(Archive.of("Connections.csv", HEADER, ALMA, "Bo,Field"))).isEmpty();
        assertThat(ends(Archive.of("Connections.csv", HEADER))).isEmpty();
        assertThat(ends(Archive.of("Connections.csv", HEADER, ALMA, "\"Bo,Field", ALMA)))
                .containsExactly("Connections.csv:2");
        assertThat(ends(Archive.of("Connections.csv", "no", "header")))
                .containsExactly("Connections.csv");
        assertThat(ends(Archive.of(SKILLS, "Name", "Milling").withBroken("Connections.csv", "")))
                .containsExactly("Connections.csv");
        assertThat(
                        ends(
                                Archive.of(SKILLS, "Name", "Milling")
                                        .withBroken(
                                                "Connections.csv",
                                                HEADER + "\n" + (ALMA + "\n").repeat(3_000))))
                .hasSize(1);
    }

    /** Places from which on nothing of a file could be read. */
    private static List<String> ends(Archive archive) {
        return archive.readings().stream()
                .filter(reading ->
                        reading instanceof Reading.Rejection rejected && rejected.endsFile())
                .map(reading -> reading.place().toString())
                .toList();
    }
}
