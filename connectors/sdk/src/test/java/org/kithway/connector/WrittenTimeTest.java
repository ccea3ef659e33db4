package org.kithway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.ZoneId;
import java.time.ZoneOffset;

class WrittenTimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "May 17, 2026 2:05:15 pm | 2026-05-17T14:05:15Z",
                "Nov 08, 2005 4:19:54 am | 2005-11-08T04:19:54Z",
                "May 12, 2020 12:00:00 am | 2020-05-12T00:00:00Z",
                "Jan 2, 2006, 3:04\u202fPM | 2006-01-02T15:04:00Z",
                "Oct 19, 2019 at 2:37 PM | 2019-10-19T14:37:00Z",
                "2 Jan 2006, 15:04 | 2006-01-02T15:04:00Z",
                "Sunday, January 29, 2012 at 2:55pm EST | 2012-01-29T19:55:00Z",
                "Friday, October 4, 2013 at 10:05pm UTC+02 | 2013-10-04T20:05:00Z",
                "02/01/2006, 15:04 | 2006-01-02T15:04:00Z",
                "12/31/2006, 15:04 | 2006-12-31T15:04:00Z",
                "2026年5月17日 14:05 | 2026-05-17T14:05:00Z",
                "12. juni 2020 kl. 15.04 | 2020-06-12T15:04:00Z",
                "3. März 2021 um 09:08 | 2021-03-03T09:08:00Z",
                "5 févr. 2022, 18h30 | 2022-02-05T18:30:00Z",
                "Nov 5, 2017 | 2017-11-05T00:00:00Z"
            })
    void timesAreReadAsPagesWriteThem(String written, String expected) {
        assertThat(WrittenTime.read(written, ZoneOffset.UTC)).hasToString(expected);
    }

    @Test
    void aTimeThatNamesNoZoneIsInTheAccounts() {
        assertThat(WrittenTime.read("Jul 1, 2020 2:00:00 pm", ZoneId.of("Europe/Copenhagen")))
                .hasToString("2020-07-01T12:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"Feb 21", "Feb 30 2020", "one day", "25:99", "'May 1, 2020 31:00 pm'"})
    void whatIsNoTimeIsNone(String written) {
        assertThat(WrittenTime.read(written, ZoneOffset.UTC)).isNull();
    }
}
