package org.kithway.ingestion.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.registry.FileLedger;

import java.util.List;
import java.util.Set;

class ReadPartsTest {
    @Test
    void aKindOfWhichARecordWasKeptIsWhole() {
        assertThat(parts(file("skills", 3, 0, 2, true))).isEqualTo(whole("skills"));
    }

    @Test
    void aKindOfWhichRecordsWereWithheldIsWholeForItWasReadToItsEnd() {
        assertThat(parts(file("messages", 0, 5, 0, true))).isEqualTo(whole("messages"));
    }

    @Test
    void anEmptyFileIsNothing() {
        assertThat(parts(file("skills", 0, 0, 0, true))).isEqualTo(nothing());
    }

    @Test
    void aFileOfRejectedRecordsIsNothing() {
        assertThat(parts(file("skills", 0, 0, 9, true))).isEqualTo(nothing());
    }

    @Test
    void anEmptyFileBesideAFullOneOfItsKindDoesNotMatter() {
        assertThat(parts(file("skills", 0, 0, 0, true), file("skills", 1, 0, 0, true)))
                .isEqualTo(whole("skills"));
    }

    @Test
    void aFileThatBreaksOffIsAFragment() {
        assertThat(parts(file("skills", 3, 0, 1, false))).isEqualTo(fragment("skills"));
    }

    @Test
    void aFileThatBreaksOffBeforeAnythingIsKeptIsNothing() {
        assertThat(parts(file("skills", 0, 4, 1, false))).isEqualTo(nothing());
    }

    @Test
    void aFileThatCannotBeReadLeavesTheOthersOfItsKindAFragment() {
        assertThat(parts(file("skills", 0, 0, 0, false), file("skills", 3, 0, 0, true)))
                .isEqualTo(fragment("skills"));
    }

    @Test
    void filesOfNoKindAreNotRead() {
        assertThat(parts(file("", 0, 0, 0, true))).isEqualTo(nothing());
    }

    private static ReadParts parts(FileLedger... files) {
        return ReadParts.of(List.of(files));
    }

    private static ReadParts whole(String kind) {
        return new ReadParts(Set.of(kind), Set.of());
    }

    private static ReadParts fragment(String kind) {
        return new ReadParts(Set.of(), Set.of(kind));
    }

    private static ReadParts nothing() {
        return new ReadParts(Set.of(), Set.of());
    }

    private static FileLedger file(
            String kind, long kept, long withheld, long rejected, boolean whole) {
        return new FileLedger(
                "file.csv",
                kind,
                kept + withheld + rejected,
                kept,
                withheld,
                rejected,
                null,
                !whole,
                whole);
    }
}
