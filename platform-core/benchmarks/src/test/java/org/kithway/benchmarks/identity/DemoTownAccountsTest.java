package org.kithway.benchmarks.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class DemoTownAccountsTest {
    @Test
    void whoIsJoinedIsOnePersonAndMostWhoSayTheirNameAreJoined(@TempDir Path folder)
            throws IOException {
        DataSet.Result result = new DemoTownAccounts(folder).measure();
        assertThat(result.pairs().precision()).isGreaterThan(0.98);
        assertThat(result.pairs().recall()).isGreaterThan(0.5);
    }
}
