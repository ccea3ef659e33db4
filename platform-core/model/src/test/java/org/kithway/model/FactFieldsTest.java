package org.kithway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kithway.model.Fact.Connected;
import org.kithway.model.Fact.Described;
import org.kithway.model.Fact.Education;
import org.kithway.model.Fact.Endorsed;
import org.kithway.model.Fact.Follows;
import org.kithway.model.Fact.Invited;
import org.kithway.model.Fact.Messaged;
import org.kithway.model.Fact.Position;
import org.kithway.model.Fact.Skill;
import org.kithway.model.Fact.Trait;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class FactFieldsTest {
    private static final long SEED = 20_261_124;
    private static final String SECRET = "Zqx-Secret";
    private static final Site SITE = new Site("site");
    private static final AccountId A = AccountId.of(SITE, "a");
    private static final AccountId B = AccountId.of(SITE, "b");
    private static final Instant NOW = Instant.parse("2024-06-18T11:59:53Z");

    static List<Class<?>> kinds() {
        return List.of(Fact.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyFactIsReadBackFromItsFields(Class<?> kind) {
        RandomFacts facts = new RandomFacts(SEED);
        for (int i = 0; i < 2000; i++) {
            Fact fact = facts.next(kind);
            assertThat(FactFields.read(FactFields.of(fact))).as("seed " + SEED).isEqualTo(fact);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void equalFactsAndOnlyTheyHaveEqualCanonicalTexts(Class<?> kind) {
        RandomFacts facts = new RandomFacts(SEED);
        Map<String, Fact> byText = new HashMap<>();
        for (int i = 0; i < 2000; i++) {
            Fact fact = facts.next(kind);
            Fact same = byText.putIfAbsent(FactFields.canonical(fact), fact);
            assertThat(same == null || same.equals(fact)).as("seed " + SEED).isTrue();
            assertThat(FactFields.canonical(FactFields.read(FactFields.of(fact))))
                    .isEqualTo(FactFields.canonical(fact));
        }
    }

    @Test
    void factsThatNearlyCollideHaveDifferentCanonicalTexts() {
        List<Fact> facts =
                List.of(
                        new Described(A, Trait.NAME, "x"),
                        new Described(A, Trait.HEADLINE, "x"),
                        new Described(AccountId.named(SITE, "a"), Trait.NAME, "x"),
                        new Described(AccountId.of(SITE, "a:x"), Trait.NAME, "x"),
                        new Described(AccountId.of(new Site("site.a"), "x"), Trait.NAME, "x"),
                        new Described(AccountId.of(SITE, "a"), Trait.NAME, "x\ntext=1:y"),
                        new Described(AccountId.of(SITE, "a"), Trait.NAME, "y"),
                        new Skill(A, "x"),
                        new Position(A, "x", null, null, null, null, null, null),
                        new Position(A, null, "x", null, null, null, null, null),
                        new Position(A, "x", "x", null, null, null, null, null),
                        new Position(A, "x", null, "x", null, null, null, null),
                        new Position(A, "x", null, null, "x", null, null, null),
                        new Position(A, "x", null, null, null, PartialDate.of(2020), null, null),
                        new Position(A, "x", null, null, null, null, PartialDate.of(2020), null),
                        new Position(A, "x", null, null, null, null, null, PartialDate.of(2020)),
                        new Position(
                                A,
                                "x",
                                null,
                                null,
                                null,
                                new PartialDate(2020, 1, null),
                                null,
                                null),
                        new Position(
                                A, "x", null, null, null, new PartialDate(2020, 1, 1), null, null),
                        new Education(A, "x", "y", null, null, null),
                        new Education(A, "x", null, "y", null, null),
                        new Education(A, "xy", null, null, null, null),
                        new Connected(A, B, null),
                        new Invited(A, B, null),
                        new Invited(B, A, null),
                        new Follows(A, B, null),
                        new Endorsed(A, B, "x", null),
                        new Endorsed(B, A, "x", null),
                        new Messaged(A, B, NOW, 2, 0),
                        new Messaged(A, B, NOW, 2, 1),
                        new Messaged(A, B, NOW, 3, 0),
                        new Messaged(B, A, NOW, 2, 0),
                        new Messaged(A, B, NOW.plusNanos(1), 2, 0));
        Set<String> texts = new HashSet<>();
        facts.forEach(fact -> texts.add(FactFields.canonical(fact)));
        assertThat(texts).hasSameSizeAs(facts);
    }

    @Test
    void kindsAreNamedInTheOrderOfTheirDeclaration() {
        assertThat(FactFields.kinds())
                .hasSize(kinds().size())
                .startsWith("described", "position", "education", "skill")
                .contains("sameAs")
                .endsWith("recommended");
    }

    @Test
    void nullsAreLeftOutAndFieldsKeepTheirOrder() {
        assertThat(FactFields.of(new Position(A, "Works", "Head", null, null, null, null, null)))
                .containsExactly(
                        Map.entry("fact", "position"),
                        Map.entry("subject", "site:a"),
                        Map.entry("organization", "Works"),
                        Map.entry("title", "Head"));
        assertThat(FactFields.of(new Messaged(A, B, NOW, 2, 0)))
                .containsExactly(
                        Map.entry("fact", "messaged"),
                        Map.entry("subject", "site:a"),
                        Map.entry("object", "site:b"),
                        Map.entry("at", "2024-06-18T11:59:53Z"),
                        Map.entry("participants", 2),
                        Map.entry("ordinal", 0));
    }

    @Test
    void theOrdinalOfAMessageMayBeLeftOut() {
        Map<String, Object> fields = new HashMap<>(FactFields.of(new Messaged(A, B, NOW, 2, 0)));
        fields.remove("ordinal");
        assertThat(FactFields.read(fields)).isEqualTo(new Messaged(A, B, NOW, 2, 0));
    }

    static Stream<Map<String, Object>> bad() {
        Map<String, Object> named = Map.of("fact", "described", "subject", "site:a");
        Map<String, Object> messaged = FactFields.of(new Messaged(A, B, NOW, 2, 0));
        return Stream.of(
                Map.of(),
                Map.of("fact", SECRET),
                Map.of("fact", 7),
                named,
                with(named, "trait", SECRET, "text", "x"),
                with(named, "trait", "name", "text", "  "),
                with(named, "trait", "name", "text", 7),
                with(named, "trait", "name", "text", List.of(SECRET)),
                with(named, "trait", "name", "text", "x", SECRET, "x"),
                with(named, "trait", "name", "text", "x", "subject", SECRET),
                with(named, "trait", "name", "text", "x", "subject", SECRET + ":a"),
                with(named, "trait", "name", "text", "x", "subject", "site:"),
                with(named, "trait", "NAME", "text", "x"),
                with(messaged, "at", SECRET),
                with(messaged, "at", "2024-06-18"),
                with(messaged, "at", "2024-06-18T11:59:53+02:00"),
                with(messaged, "at", "+99999-06-18T11:59:53Z"),
                with(messaged, "at", "2024-02-30T11:59:53Z"),
                with(messaged, "participants", "2"),
                with(messaged, "participants", 1),
                with(messaged, "participants", 1L << 40),
                with(messaged, "participants", 2.5),
                with(messaged, "ordinal", -1),
                with(messaged, "object", "site:a"),
                with(FactFields.of(new Connected(A, B, null)), "since", "2024-13"),
                with(FactFields.of(new Connected(A, B, null)), "since", "2023-02-29"),
                with(FactFields.of(new Connected(A, B, null)), "since", SECRET),
                Map.of("fact", "position", "subject", "site:a"));
    }

    private static Map<String, Object> with(Map<String, Object> fields, Object... more) {
        Map<String, Object> all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badFieldsAreRefusedInWordsThatDoNotQuoteThem(Map<String, Object> fields) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactFields.read(fields))
                .satisfies(e ->
                        assertThat(e.getMessage())
                                .isNotBlank()
                                .doesNotContainIgnoringCase(SECRET)
                                .doesNotContain("Exception"));
    }

    @Test
    void aRefusalNamesTheField() {
        Map<String, Object> messaged = FactFields.of(new Messaged(A, B, NOW, 2, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactFields.read(with(messaged, "at", "noon")))
                .withMessage("field 'at' is not a time such as 2024-06-18T11:59:53Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactFields.read(Map.of("fact", "skill", "subject", "site:a")))
                .withMessage("field 'skill' is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactFields.read(with(messaged, "body", "hello")))
                .withMessageContaining("it has subject, object, at, participants, ordinal");
    }
}
