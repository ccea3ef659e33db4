package org.kithway.connector.twitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kithway.connector.UnreadableRecord;

import java.time.Instant;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "Sat Jun 06 13:02:35 +0000 2020, 2020-06-06T13:02:35Z",
        "2014-07-31 22:18:55 +0000, 2014-07-31T22:18:55Z",
        "2019-07-23T14:34:33.707Z, 2019-07-23T14:34:33.707Z"
    })
    void everyFormIsRead(String text, Instant time) {
        assertThat(Times.parse(text)).isEqualTo(time);
    }

    @Test
    void whereATweetsTimeCannotBeItsIdTells() throws UnreadableRecord {
        Instant byId = Instant.parse("2020-01-25T18:01:09.360Z");
        assertThat(Times.written("Thu Jan 01 00:00:00 +0000 1970", "1221130902635458567"))
                .isEqualTo(byId);
        assertThat(Times.written(null, "1221130902635458567")).isEqualTo(byId);
    }

    @Test
    void idsOfTheFirstYearsTellNoTime() throws UnreadableRecord {
        assertThat(Times.written(null, "20")).isNull();
        assertThatThrownBy(() -> Times.written("yesterday", "20"))
                .isInstanceOf(UnreadableRecord.class);
    }
}
