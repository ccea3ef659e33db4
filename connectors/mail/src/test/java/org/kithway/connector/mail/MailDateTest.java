package org.kithway.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 8 Aug 2023 14:36:29 +0200 (CEST)|2023-08-08T12:36:29Z",
                "08 Feb 2003 01:58:32 +0200|2003-02-07T23:58:32Z",
                "Fri,  7 Feb 2003 18:35 GMT|2003-02-07T18:35:00Z",
                "Mon, 2 Jun 97 13:00:00 EST|1997-06-02T18:00:00Z",
                "Mon, 2 Jun 03 13:00:00 Z|2003-06-02T13:00:00Z",
                "Sat, 1 Jan 100 13:00:00 +0000|2000-01-01T13:00:00Z",
                "Wednesday, 04-Jun-1997 13:00:00 -0700|1997-06-04T20:00:00Z",
                "Wed Jun  4 13:00:05 1997|1997-06-04T13:00:05Z",
                "Wed Jun  4 13:00:05 +0100 1997|1997-06-04T12:00:05Z",
                "Wed Jun  4 13:00:05 1997 +0100|1997-06-04T12:00:05Z",
                "Fri, 30 Jun 2015 23:59:60 +0000|2015-06-30T23:59:59Z",
                "Fri, 30 Jun 2015 12:00:00 +9900|2015-06-30T12:00:00Z",
            })
    void isReadInAllFormsThatProgramsWrite(String written, String expected) {
        assertThat(MailDate.parse(written)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "Tue, 32 Aug 2023 14:36:29 +0200",
                "Tue, 8 Foo 2023 14:36:29 +0200",
                "Tue, 8 Aug 2023",
                "2023-08-08T12:36:29Z",
            })
    void whatIsNoDateIsNull(String written) {
        assertThat(MailDate.parse(written)).isNull();
    }
}
