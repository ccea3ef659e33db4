package org.kithway.connector.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kithway.model.AccountId;

class PeopleTest {
    @ParameterizedTest
    @CsvSource({
        "bo.beispiel, bo.beispiel",
        "Fay_Fan, fay_fan",
        "https://www.instagram.com/bo.beispiel, bo.beispiel",
        "https://www.instagram.com/_u/bo.beispiel, bo.beispiel",
        "https://www.threads.net/@thea, thea",
        "https://www.threads.com/thea, thea"
    })
    void oneAccountHasOneKey(String written, String key) {
        assertThat(People.user(written)).isEqualTo(AccountId.of(People.INSTAGRAM, key));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.instagram.com/p/x/",
        "https://www.instagram.com/explore/tags/water",
        "Bo Beispiel",
        "👍",
        "https://example.com/bo"
    })
    void whatIsNoAccountIsNone(String written) {
        assertThat(People.user(written)).isNull();
    }

    @Test
    void mentionsAreFoundInATextAndAddressesAreNot() {
        People people = new People();
        people.owns(AccountId.of(People.INSTAGRAM, "ana"));
        assertThat(people.mentioned("@bo.beispiel, ask @Gus. @ana ana@example.com @bo.beispiel"))
                .extracting(AccountId::key)
                .containsExactly("bo.beispiel", "gus");
    }
}
