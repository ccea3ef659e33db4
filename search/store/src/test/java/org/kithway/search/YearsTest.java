package org.kithway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YearsTest {
    @ParameterizedTest
    @CsvSource({
        "2015,2015,2015",
        "2015..2020,2015,2020",
        "2015..,2015,9999",
        "..2020,0,2020",
        ">2015,2016,9999",
        ">=2015,2015,9999",
        "<2015,0,2014",
        "<=2015,0,2015",
    })
    void aRangeIncludesItsEnds(String text, int from, int to) {
        assertThat(Years.parse(text)).isEqualTo(new Years(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "15",
                "2020..2015",
                ">",
                ">9999",
                "<0000",
                "2015...2020",
                "20152020"
            })
    void anythingElseIsNoRange(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Years.parse(text));
    }
}
