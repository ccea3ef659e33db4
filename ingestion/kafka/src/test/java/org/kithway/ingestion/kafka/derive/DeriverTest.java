package org.kithway.ingestion.kafka.derive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class DeriverTest {
    private static final int CASES = 300;

    @TempDir Path folder;

    private Run run(long seed, double crashes) {
        return new Run(folder.resolve("state-" + seed + "-" + System.nanoTime()), seed, crashes);
    }

    private static void assertAsExpected(Run run, long seed) {
        Documents expected = run.expected();
        assertThat(run.documents().people())
                .as("people, seed %s", seed)
                .isEqualTo(expected.people());
        assertThat(run.documents().evidence())
                .as("evidence, seed %s", seed)
                .isEqualTo(expected.evidence());
        assertThat(run.documents().ties()).as("ties, seed %s", seed).isEqualTo(expected.ties());
        assertThat(run.documents().overridden())
                .as("overridden, seed %s", seed)
                .isEqualTo(expected.overridden());
    }

    @Test
    void what_was_handed_out_adds_up_to_what_all_facts_say_at_once() {
        for (long seed = 0; seed < CASES; seed++) {
            Universe universe = new Universe(seed);
            try (Run run = run(seed, 0)) {
                List<Universe.Import> imports = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    if (!imports.isEmpty() && universe.random().nextInt(3) == 0) {
                        run.undo(universe.pick(imports).settled().imported());
                    } else {
                        Universe.Import added = universe.newImport();
                        imports.add(added);
                        run.add(added);
                    }
                    run.settle();
                    assertAsExpected(run, seed);
                }
                assertThat(run.documents().idle()).as("idle changes, seed %s", seed).isEmpty();
            }
        }
    }
}
