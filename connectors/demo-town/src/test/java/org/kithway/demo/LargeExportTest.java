package org.kithway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.SequencedMap;

class LargeExportTest {
    private static final int SIZE = 2_000_000;

    @Test
    void theArchiveHasTheSizeAskedForAndTheRecordsReported() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SequencedMap<String, Long> reported = LargeExport.write(out, 3, SIZE);
        assertThat(out.size()).isBetween(SIZE, SIZE + 10_000);
        for (String file : reported.sequencedKeySet()) {
            assertThat(Zips.records(out.toByteArray(), file))
                    .hasSize(Math.toIntExact(reported.getOrDefault(file, 0L)));
        }
        assertThat(reported.get("Connections.csv")).isGreaterThan(5_000);
        assertThat(reported.get("messages.csv")).isGreaterThan(2_000);
    }

    @Test
    void theSameSeedYieldsTheSameBytes() throws IOException {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        LargeExport.write(one, 3, 200_000);
        LargeExport.write(other, 3, 200_000);
        assertThat(one.toByteArray()).isEqualTo(other.toByteArray());
    }

    @Test
    void sizesBelowTheLeastAreRefused() {
        assertThatThrownBy(() -> LargeExport.write(OutputStream.nullOutputStream(), 3, 99_999))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
