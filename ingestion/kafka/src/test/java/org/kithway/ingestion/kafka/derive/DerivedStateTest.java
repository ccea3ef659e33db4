package org.kithway.ingestion.kafka.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.model.OrganizationId;
import org.kithway.search.Generation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class DerivedStateTest {
    private static final Generation FIRST = new Generation(new OrganizationId("town"), 1);

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("below/state");
    }

    private void leaveState() {
        try (DerivedState state = DerivedState.open(file, FIRST)) {
            state.reach(Deriver.FACTS, 3, 17);
            state.commit();
        }
    }

    @Test
    void a_missing_file_is_a_new_state() {
        try (DerivedState state = DerivedState.open(file, FIRST)) {
            assertThat(state.isNew()).isTrue();
            assertThat(state.position(Deriver.FACTS, 3)).isZero();
        }
    }

    @Test
    void what_was_committed_is_there_again() {
        leaveState();
        try (DerivedState state = DerivedState.open(file, FIRST)) {
            assertThat(state.isNew()).isFalse();
            assertThat(state.position(Deriver.FACTS, 3)).isEqualTo(17);
        }
    }

    @Test
    void what_was_not_committed_is_forgotten() {
        leaveState();
        try (DerivedState state = DerivedState.open(file, FIRST)) {
            state.dictionary().number("linkedin:somebody");
        }
        try (DerivedState state = DerivedState.open(file, FIRST)) {
            assertThat(state.dictionary().find("linkedin:somebody")).isZero();
        }
    }

    @Test
    void another_generation_begins_anew() {
        leaveState();
        try (DerivedState state = DerivedState.open(file, FIRST.next())) {
            assertThat(state.isNew()).isTrue();
            assertThat(state.position(Deriver.FACTS, 3)).isZero();
        }
    }

    @Test
    void a_broken_file_is_a_new_state() throws IOException {
        leaveState();
        Files.writeString(file, "not what it was ".repeat(1_000), StandardCharsets.UTF_8);
        try (DerivedState state = DerivedState.open(file, FIRST)) {
            assertThat(state.isNew()).isTrue();
        }
    }

    @Test
    void a_file_in_use_is_left_alone() {
        try (DerivedState state = DerivedState.open(file, FIRST)) {
            assertThatExceptionOfType(MVStoreException.class)
                    .isThrownBy(() -> DerivedState.open(file, FIRST).close());
            state.commit();
        }
        try (DerivedState state = DerivedState.open(file, FIRST)) {
            assertThat(state.isNew()).isFalse();
        }
    }
}
