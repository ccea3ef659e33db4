package org.kithway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kithway.connector.MailAddress.Holder;
import org.kithway.model.AccountId;

class MailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "Ada.Quell@Example.com,email:ada.quell@example.com",
        "' ada@example.com ',email:ada@example.com",
        "mailto:ada@example.com,email:ada@example.com",
        "<ada@example.com>,email:ada@example.com",
        "o'neil+list@mail.example.co.uk,email:o'neil+list@mail.example.co.uk",
        "jörg@bücher.example,email:jörg@bücher.example",
    })
    void givesTheAccountInItsOneSpelling(String address, String account) {
        assertThat(MailAddress.account(address)).hasToString(account);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@localhost",
                "@example.com",
                "a@b@example.com",
                "ada at example.com",
                "ada@example.",
                "/o=ExchangeLabs/ou=Exchange/cn=Recipients/cn=ada",
                "Ada <ada@example.com>",
            })
    void leavesAsideWhatIsNoAddress(String text) {
        assertThat(MailAddress.account(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.com,PERSON",
        "ada.infantino@example.com,PERSON",
        "post-ada@example.com,PERSON",
        "info@example.com,ORGANIZATION",
        "customer-service@example.com,ORGANIZATION",
        "no-reply@example.com,MACHINE",
        "noreply.shop@example.com,MACHINE",
        "do_not_reply@example.com,MACHINE",
        "bounces+123=ada@example.com,MACHINE",
        "invite-notification@example.com,MACHINE",
        "MAILER-DAEMON@example.com,MACHINE",
    })
    void tellsWhoHoldsAnAddress(String address, Holder holder) {
        assertThat(MailAddress.holder(AccountId.email(address))).isEqualTo(holder);
    }
}
