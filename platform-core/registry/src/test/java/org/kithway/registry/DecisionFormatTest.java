package org.kithway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.model.Site;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

class DecisionFormatTest {
    private static final MemberId ANN = new MemberId("mem_ann");
    private static final Site SITE = new Site("linkedin");
    private static final Instant SUBMITTED = Instant.parse("2026-03-01T12:00:00.000001Z");

    private static final Decision SETTLED =
            new Decision.ImportSettled(
                    new ImportId("imp_1"),
                    ANN,
                    SITE,
                    AccountId.of(SITE, "ann \"é\""),
                    Layer.of(ANN),
                    Instant.parse("2026-02-28T00:00:00Z"),
                    SUBMITTED,
                    Set.of("messages", "connections"),
                    Set.of(),
                    Map.of(11, 5_000_000_000L, 2, 7L));

    /** Stored decisions are read for ever: this text may gain fields, never lose or change one. */
    private static final String SETTLED_TEXT =
            "{\"type\":\"import-settled\",\"import\":\"imp_1\",\"member\":\"mem_ann\","
                    + "\"site\":\"linkedin\",\"owner\":\"linkedin:ann \\\"é\\\"\","
                    + "\"layer\":\"member:mem_ann\",\"exportedAt\":\"2026-02-28T00:00:00Z\","
                    + "\"submitted\":\"2026-03-01T12:00:00.000001Z\","
                    + "\"parts\":[\"connections\",\"messages\"],"
                    + "\"ends\":{\"2\":7,\"11\":5000000000}}";

    @Test
    void whatIsSaidOfAskingIsReadAsItWasWritten() {
        for (Decision decision :
                new Decision[] {
                    new Decision.AskMade(
                            "ask_1", ANN, Purpose.JOB, Set.of(new PersonId("per_a")), SUBMITTED),
                    new Decision.AskNoted("ask_1", "K7QMB2XA", Ask.Event.USEFUL, SUBMITTED),
                    new Decision.AskingPreferred(
                            new PersonId("per_a"), ANN, Set.of(Purpose.SALE), 2)
                }) {
            assertThat(DecisionFormat.read(DecisionFormat.write(decision))).isEqualTo(decision);
        }
    }

    @Test
    void writesAnImportThatSettled() {
        assertThat(DecisionFormat.write(SETTLED)).isEqualTo(SETTLED_TEXT);
        assertThat(DecisionFormat.read(SETTLED_TEXT)).isEqualTo(SETTLED);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        Decision settled =
                new Decision.ImportSettled(
                        new ImportId("imp_1"),
                        ANN,
                        SITE,
                        null,
                        Layer.ORGANIZATION,
                        null,
                        SUBMITTED,
                        Set.of(),
                        Set.of(),
                        Map.of());

        String text = DecisionFormat.write(settled);

        assertThat(text).doesNotContain("owner", "exportedAt", "fragments", "null");
        assertThat(DecisionFormat.read(text)).isEqualTo(settled);
    }

    @Test
    void writesOfWhichKindsOfFileThereAreFragments() {
        Decision.ImportSettled settled =
                new Decision.ImportSettled(
                        new ImportId("imp_1"),
                        ANN,
                        SITE,
                        null,
                        Layer.ORGANIZATION,
                        null,
                        SUBMITTED,
                        Set.of("messages"),
                        Set.of("skills", "connections"),
                        Map.of());

        String text = DecisionFormat.write(settled);

        assertThat(text).contains("\"fragments\":[\"connections\",\"skills\"]");
        assertThat(DecisionFormat.read(text)).isEqualTo(settled);
    }

    @Test
    void writesAnImportThatWasUndone() {
        Decision undone = new Decision.ImportUndone(new ImportId("imp_1"));
        String text = "{\"type\":\"import-undone\",\"import\":\"imp_1\"}";

        assertThat(DecisionFormat.write(undone)).isEqualTo(text);
        assertThat(DecisionFormat.read(text)).isEqualTo(undone);
    }

    @Test
    void passesOverFieldsThatItDoesNotKnow() {
        assertThat(DecisionFormat.read(SETTLED_TEXT.replaceFirst("\\{", "{\"new\":[1],")))
                .isEqualTo(SETTLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"type\":1}",
                "{\"type\":\"coup\"}",
                "{\"type\":\"import-undone\"}",
                "{\"type\":\"import-undone\",\"import\":null}",
                "{\"type\":\"import-undone\",\"import\":\"x\"}"
            })
    void refusesWhatIsNoDecision(String text) {
        assertThatThrownBy(() -> DecisionFormat.read(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"same-person\",\"id\":\"dec_1\",\"by\":\"mem_ann\","
                        + "\"layer\":\"organization\",\"claim\":true,"
                        + "\"accounts\":[\"kithway:mem_ann\",\"linkedin:ann\"]}",
                "{\"type\":\"different-people\",\"id\":\"dec_2\",\"by\":\"mem_ann\","
                        + "\"layer\":\"member:mem_ann\",\"accounts\":[\"linkedin:ann\"],"
                        + "\"others\":[\"facebook~mem_ann/Ann\"]}",
                "{\"type\":\"verdict-withdrawn\",\"id\":\"dec_2\",\"by\":\"mem_ann\"}",
                "{\"type\":\"identity-model-adopted\",\"version\":3,\"model\":\"{}\","
                        + "\"by\":\"mem_ann\"}"
            })
    void readsAndWritesWhatIsSaidOfPeople(String text) {
        assertThat(DecisionFormat.write(DecisionFormat.read(text))).isEqualTo(text);
    }
}
