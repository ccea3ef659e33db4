package org.kithway.ingestion.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kithway.ingestion.Assertion;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.PartialDate;
import org.kithway.model.Place;
import org.kithway.model.Site;

import java.nio.charset.StandardCharsets;

final class AssertionFormatTest {
    private static final AccountId ANN = AccountId.of(new Site("linkedin"), "ann");
    private static final AccountId BEN = AccountId.of(new Site("linkedin"), "ben");
    private static final Assertion SAID =
            new Assertion(
                    new OrganizationId("town"),
                    "00112233445566778899aabbccddeeff",
                    new ImportId("imp_1"),
                    new MemberId("mem_1"),
                    Layer.of(new MemberId("mem_1")),
                    "connections",
                    new Place("Connections.csv", 7),
                    new Fact.Connected(ANN, BEN, PartialDate.parse("2019-03")));

    @Test
    void readsWhatItWrites() throws Exception {
        assertThat(AssertionFormat.read(bytes(SAID.key()), AssertionFormat.write(SAID)))
                .isEqualTo(SAID);
    }

    @Test
    void keepsLettersOfAllAlphabets() throws Exception {
        Assertion said = with(new Fact.Skill(ANN, "Grüße, 世界, 🦊"));

        assertThat(AssertionFormat.read(bytes(said.key()), AssertionFormat.write(said)))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "secret",
                "{\"secret\":1}",
                "{\"v\":1,\"v\":\"secret\"}",
                "[\"secret\"]"
            })
    void refusesWhatIsNoAssertionAndQuotesNothing(String text) {
        assertThatThrownBy(() -> AssertionFormat.read(bytes("key"), bytes(text)))
                .isInstanceOf(UndecodableException.class)
                .hasNoCause()
                .message()
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"since\":\"2019-03\"/\"since\":\"secret\"",
                "\"record\":7/\"record\":7.5",
                "\"layer\":\"member:mem_1\"/\"layer\":\"secret\"",
                "\"v\":1/\"v\":2",
                "\"fact\":\"connected\"/\"fact\":\"secret\"",
                "}}/}} secret"
            })
    void namesTheFieldThatIsWrongAndQuotesNothing(String change) {
        String[] both = change.split("/", 2);
        String text = new String(AssertionFormat.write(SAID), StandardCharsets.UTF_8);
        assertThat(text).contains(both[0]);

        assertThatThrownBy(() ->
                        AssertionFormat.read(
                                bytes(SAID.key()), bytes(text.replace(both[0], both[1]))))
                .isInstanceOf(UndecodableException.class)
                .message()
                .doesNotContain("secret");
    }

    @Test
    void refusesAnAssertionUnderAnotherKey() {
        assertThatThrownBy(() -> AssertionFormat.read(bytes("other"), AssertionFormat.write(SAID)))
                .isInstanceOf(UndecodableException.class);
    }

    private static Assertion with(Fact fact) {
        return new Assertion(
                SAID.organization(),
                SAID.factId(),
                SAID.imported(),
                SAID.member(),
                SAID.layer(),
                SAID.part(),
                SAID.place(),
                fact);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
