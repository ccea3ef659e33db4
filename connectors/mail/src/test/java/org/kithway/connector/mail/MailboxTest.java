package org.kithway.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;

class MailboxTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ada@example.com|?=ada@example.com",
                "Ada Quell <Ada@Example.com>|Ada Quell=ada@example.com",
                "\"Quell, Ada\" <ada@example.com>|Ada Quell=ada@example.com",
                "Quell, Ada <ada@example.com>, bo@example.org|Ada Quell=ada@example.com ?=bo@example.org",
                "\"Quell, Ph.D.\" <ada@example.com>|Quell, Ph.D.=ada@example.com",
                "\"Ada \\\"The Pump\\\" Quell\" <ada@example.com>|Ada \"The Pump\" Quell=ada@example.com",
                "ada@example.com (Ada (Pump) Quell)|Ada (Pump) Quell=ada@example.com",
                "Team: ada@example.com, Bo <bo@example.org>;, cy@example.net|?=ada@example.com Bo=bo@example.org ?=cy@example.net",
                "undisclosed-recipients:;|``",
                "Ada <ada@example.com>; Bo <bo@example.org>|Ada=ada@example.com Bo=bo@example.org",
                "<@relay.example,@other.example:ada@example.com>|?=ada@example.com",
                "'ada@example.com' <ada@example.com>|?=ada@example.com",
                "'Ada Quell' <ada@example.com>|Ada Quell=ada@example.com",
                "<<ada@example.com>>|?=ada@example.com",
                "Ada <mailto:ada@example.com>|Ada=ada@example.com",
                "Ada via Pump Club <club@example.com>|?=club@example.com",
                "=?UTF-8?Q?J=C3=BCrgen_M=C3=BCller?= <j@example.com>|Jürgen Müller=j@example.com",
                "\"=?UTF-8?B?SsO8cmdlbg==?=\" <j@example.com>|Jürgen=j@example.com",
                "=?UTF-8?Q?M=C3=BCller=2C?= =?UTF-8?Q?_J=C3=BCrgen?= <j@example.com>|Jürgen Müller=j@example.com",
                "ada at example.com (Ada Quell)|``",
                ",,;:<>\"|``",
            })
    void isWhoAHeaderNames(String header, String expected) {
        String named =
                Mailbox.list(header).stream()
                        .map(m -> (m.name() == null ? "?" : m.name()) + "=" + m.account().key())
                        .collect(Collectors.joining(" "));
        assertThat(named).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "plain text,plain text",
        "=?iso-8859-1?q?caf=E9?=,café",
        "=?ISO-2022-JP?B?GyRCQmc1V0pdGyhC?=,大久保",
        "=?UTF-8?Q?J=C3?= =?UTF-8?Q?=BCrgen?=,Jürgen",
        "=?UTF-8?Q?a?=  =?ISO-8859-1?Q?=E9?= b,aé b",
        "=?US-ASCII*EN?Q?Keith_Moore?=,Keith Moore",
        "=??Q?Ada?=,=??Q?Ada?=",
        "=?bogus-8?Q?Ada?=,=?bogus-8?Q?Ada?=",
        "=?UTF-8?Q?100=_sure=?=,100= sure=",
    })
    void encodedWordsAreDecodedWherePossible(String written, String expected) {
        assertThat(EncodedWords.decode(written)).isEqualTo(expected);
    }
}
