package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kithway.model.AccountId;

class AccountsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.linkedin.com/in/jörg-müller",
                "https://www.linkedin.com/in/j%C3%B6rg-m%C3%BCller",
                "https://linkedin.com/in/J%c3%b6rg-M%c3%bcller/",
                "http://de.linkedin.com/in/Jörg-Müller?trk=people-guest",
                "www.linkedin.com/in/jörg-müller#about",
                "HTTPS://WWW.LINKEDIN.COM/in/jörg-müller/en",
                "  www.linkedin.com/in/jo\u0308rg-mu\u0308ller  "
            })
    void allSpellingsOfAProfileAddressAreOneAccount(String url) {
        assertThat(Accounts.profile(url)).hasToString("linkedin:jörg-müller");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://www.linkedin.com/company/wrenholm-mills",
                "https://www.linkedin.com/in/",
                "https://www.notlinkedin.com/in/alma",
                "https://example.com/?u=linkedin.com/in/alma",
                "urn:li:company:12",
                "alma-reed"
            })
    void otherAddressesAreNobody(String url) {
        assertThat(Accounts.profile(url)).isNull();
    }

    @Test
    void aSlugThatIsNotValidlyEncodedStaysAsItIs() {
        assertThat(Accounts.profile("https://www.linkedin.com/in/100%-alma"))
                .hasToString("linkedin:100%-alma");
        assertThat(Accounts.profile("https://www.linkedin.com/in/a%FFb"))
                .hasToString("linkedin:a%ffb");
        assertThat(Accounts.profile("https://www.linkedin.com/in/a+b")).hasToString("linkedin:a+b");
    }

    @Test
    void aSlugWithControlCharactersIsNone() {
        assertThat(Accounts.profile("https://www.linkedin.com/in/a%0Ab")).isNull();
    }

    @Test
    void aMembersNumberIsAnAccountOfItsOwn() {
        assertThat(Accounts.profile("urn:li:member:605217042"))
                .isEqualTo(AccountId.of(Accounts.LINKEDIN, "urn:li:member:605217042"));
    }

    @Test
    void addressesAreTrimmedAndInLowerCase() {
        assertThat(Accounts.email(" Alma.Reed@Example.COM "))
                .hasToString("email:alma.reed@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"not an address", "a@b", "@example.com", "a@example.com, b@example.com"})
    void whatIsNoAddressIsNobody(String text) {
        assertThat(Accounts.email(text)).isNull();
    }

    @Test
    void namesHaveSingleBlanks() {
        assertThat(Accounts.name(" Alma \u00A0 Maria", null, "Reed\n"))
                .isEqualTo("Alma Maria Reed");
    }

    @Test
    void theStandInForAClosedAccountIsNoName() {
        assertThat(Accounts.name("LinkedIn", "Member")).isNull();
        assertThat(Accounts.named("LinkedIn Member")).isNull();
        assertThat(Accounts.name(null, " ")).isNull();
    }

    @Test
    void handlesAreInLowerCaseWithoutTheirSign() {
        assertThat(Accounts.twitter("@AlmaReed")).hasToString("twitter:@almareed");
        assertThat(Accounts.twitter("alma reed")).isNull();
    }
}
