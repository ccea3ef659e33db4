package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;
import java.util.TimeZone;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1/8/18, 6:14 PM              | 2018-01-08T18:14:00Z
                    12/15/24, 12:47 AM           | 2024-12-15T00:47:00Z
                    11/27/24, 09:51 AM           | 2024-11-27T09:51:00Z
                    2024-06-18 11:59:53 UTC      | 2024-06-18T11:59:53Z
                    2024-06-11 09:51:14          | 2024-06-11T09:51:14Z
                    2024-06-11T09:51:14Z         | 2024-06-11T09:51:14Z
                    2024/12/15 08:53:43 UTC      | 2024-12-15T08:53:43Z
                    Tue Jun 20 12:25:51 UTC 2023 | 2023-06-20T12:25:51Z
                    15 Mar 2009                  | 2009-03-15T00:00:00Z
                    18-Jun-24                    | 2024-06-18T00:00:00Z
                    """)
    void everyFormOfATimeIsRead(String text, String time) {
        assertThat(Dates.instant(text)).hasToString(time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    15 Mar 2009      | 2009-03-15
                    1 Jan 2020       | 2020-01-01
                    4/4/18, 10:35 AM | 2018-04-04
                    19-Dec-24        | 2024-12-19
                    Jun 2018         | 2018-06
                    Jun-98           | 1998-06
                    2018             | 2018
                    2018-06-14       | 2018-06-14
                    Apr 3, 2023      | 2023-04-03
                    """)
    void everyFormOfADateIsRead(String text, String date) {
        assertThat(Dates.partial(text)).hasToString(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "31 Feb 2020",
                "15 Mär 2009",
                "13/13/18, 6:14 PM",
                "1/8/18",
                "0000",
                "0000-01-01 00:00:00",
                "+12024-06-11 09:51:14",
                "-2024",
                "20180614"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(Dates.partial(text)).isNull();
        assertThat(Dates.instant(text)).isNull();
    }

    @Test
    void narrowBlanksBeforeTheHalfOfTheDayAreBlanks() {
        assertThat(Dates.instant("6/14/24, 5:57\u202FAM")).hasToString("2024-06-14T05:57:00Z");
    }

    @Test
    void aMonthIsNoTime() {
        assertThat(Dates.instant("Jun 2018")).isNull();
    }

    @Test
    void theMachinesLocaleAndZoneDoNotMatter() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(Dates.instant("1/8/18, 6:14 PM")).hasToString("2018-01-08T18:14:00Z");
            assertThat(Dates.partial("15 Mar 2009")).hasToString("2009-03-15");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
