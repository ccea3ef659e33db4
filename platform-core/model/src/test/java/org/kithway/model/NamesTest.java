package org.kithway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;

/** What accounts, sites, dates, layers and places are called, and that it is read back. */
class NamesTest {
    private static final long SEED = 20_261_124;

    @Test
    void accountsAreReadBack() {
        RandomFacts random = new RandomFacts(SEED);
        for (int i = 0; i < 2000; i++) {
            AccountId account = random.account();
            assertThat(AccountId.parse(account.toString())).as("seed " + SEED).isEqualTo(account);
        }
    }

    @Test
    void theFirstSeparatorOfAnAccountCounts() {
        assertThat(AccountId.parse("mastodon:https://social.example/@ana~b"))
                .isEqualTo(AccountId.of(new Site("mastodon"), "https://social.example/@ana~b"));
        assertThat(AccountId.parse("facebook~Ana: the First"))
                .isEqualTo(AccountId.named(new Site("facebook"), "Ana: the First"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                ":a",
                "site:",
                "site: ",
                "Site:a",
                "si te:a",
                "site:a\nb",
                "site:a\u0000",
                "site:\ud83d"
            })
    void whatIsNoAccountIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AccountId.parse(text));
    }

    @Test
    void theLongestKeyIsOf512Characters() {
        assertThat(AccountId.parse("s:" + "k".repeat(512)).key()).hasSize(512);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountId.parse("s:" + "k".repeat(513)));
    }

    @Test
    void addressesAreComparedWithoutCaseInEveryLocale() {
        assertThat(AccountId.email(" INFO@Example.COM "))
                .isEqualTo(AccountId.of(Site.EMAIL, "info@example.com"));
    }

    @Test
    void aMemberIsAnAccount() {
        AccountId member = AccountId.member(new MemberId("mem_1"));
        assertThat(member).hasToString("kithway:mem_1").matches(AccountId::isMember);
        assertThat(AccountId.OWNER).matches(AccountId::isMember);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linkedin", "x", "my-site.example", "9gag"})
    void sitesAreReadBack(String name) {
        assertThat(new Site(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LinkedIn", "-a", ".a", "a:b", "a~b", "a b", "sité"})
    void whatIsNoSiteIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Site(name));
        assertThatIllegalArgumentException().isThrownBy(() -> new Site("a".repeat(33)));
    }

    @Test
    void datesAreReadBack() {
        RandomFacts random = new RandomFacts(SEED);
        for (int i = 0; i < 2000; i++) {
            PartialDate date = random.date();
            assertThat(PartialDate.parse(date.toString())).as("seed " + SEED).isEqualTo(date);
            assertThat(date.earliest()).isBeforeOrEqualTo(date.latest());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "99",
                "02024",
                "2024-",
                "2024-1",
                "2024-13",
                "2024-00",
                "2023-02-29",
                "2024-02-30",
                "0000",
                "2024-01-01T00:00:00Z",
                "٢٠٢٤"
            })
    void whatIsNoDateIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PartialDate.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-01-01, 2024-12-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2024-02-03, 2024-02-03, 2024-02-03"
    })
    void aDateIsASpanOfDays(String date, LocalDate earliest, LocalDate latest) {
        assertThat(PartialDate.parse(date).earliest()).isEqualTo(earliest);
        assertThat(PartialDate.parse(date).latest()).isEqualTo(latest);
    }

    @Test
    void datesAreOrderedByTheirFirstDayThenByTheirLast() {
        List<PartialDate> dates =
                List.of("2023-12-31", "2024-01-01", "2024-01", "2024", "2024-01-02").stream()
                        .map(PartialDate::parse)
                        .toList();
        assertThat(dates).isSorted();
    }

    @Test
    void layersAreReadBack() {
        Layer mine = Layer.of(new MemberId("mem_1"));
        assertThat(Layer.parse(mine.toString())).isEqualTo(mine);
        assertThat(Layer.parse("organization"))
                .isEqualTo(Layer.ORGANIZATION)
                .matches(Layer::isOrganization);
        assertThatIllegalArgumentException().isThrownBy(() -> Layer.parse("member"));
        assertThatIllegalArgumentException().isThrownBy(() -> Layer.parse("member:"));
        assertThatIllegalArgumentException().isThrownBy(() -> Layer.parse("Organization"));
    }

    @Test
    void aPlaceIsAnEntryAndARecord() {
        assertThat(new Place("Connections.csv", 4)).hasToString("Connections.csv:4");
        assertThat(Place.of("Connections.csv")).hasToString("Connections.csv");
        assertThatIllegalArgumentException().isThrownBy(() -> new Place("x", -1));
    }
}
