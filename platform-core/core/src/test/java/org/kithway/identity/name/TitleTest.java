package org.kithway.identity.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class TitleTest {
    static Stream<String[]> titles() {
        return GoldenRows.of("titles.tsv", 5);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("titles")
    void aTitleIsUnderstood(
            String language, String written, String seniority, String functions, String former) {
        Set<JobFunction> expected =
                Arrays.stream(functions.split(" "))
                        .filter(f -> !f.isEmpty())
                        .map(JobFunction::valueOf)
                        .collect(Collectors.toSet());
        assertThat(Title.of(written))
                .isEqualTo(new Title(Seniority.valueOf(seniority), expected, !former.isEmpty()));
    }
}
