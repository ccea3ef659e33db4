package org.kithway.ingestion.kafka.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.ingestion.Assertion;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.kithway.registry.Decision;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.TieChange;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class DeriverTest {
    private static final AccountId ACCOUNT = AccountId.of(new Site("linkedin"), "p");
    private static final Fact SKILL = new Fact.Skill(ACCOUNT, "tin");
    private static final Fact OTHER_SKILL = new Fact.Skill(ACCOUNT, "oak");
    private static final int CASES = Integer.getInteger("kithway.test.cases", 100);

    @TempDir Path folder;
    private int runs;

    private Run run(long seed, double crashes) {
        runs++;
        return new Run(folder.resolve("state-" + runs), seed, crashes);
    }

    private static void assertAsExpected(Run run, long seed) {
        assertSame(run.documents(), run.expected(), seed);
    }

    private static void assertSame(Documents actual, Documents expected, long seed) {
        assertThat(actual.people()).as("people, seed %s", seed).isEqualTo(expected.people());
        assertThat(actual.evidence()).as("evidence, seed %s", seed).isEqualTo(expected.evidence());
        assertThat(actual.ties()).as("ties, seed %s", seed).isEqualTo(expected.ties());
        assertThat(actual.overridden())
                .as("overridden, seed %s", seed)
                .isEqualTo(expected.overridden());
    }

    /** Adds imports and now and then undoes one; what comes next waits for nothing. */
    private static void live(Run run, Universe universe, int decisions, Runnable afterEach) {
        List<Universe.Import> imports = new ArrayList<>();
        List<Decision.Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < decisions; i++) {
            if (universe.random().nextInt(4) == 0) {
                if (!verdicts.isEmpty() && universe.random().nextInt(3) == 0) {
                    Decision.Verdict verdict = universe.pick(verdicts);
                    run.decide(new Decision.VerdictWithdrawn(verdict.id(), verdict.by()));
                } else {
                    Decision.Verdict verdict = universe.newVerdict();
                    verdicts.add(verdict);
                    run.decide(verdict);
                }
            } else if (!imports.isEmpty() && universe.random().nextInt(3) == 0) {
                run.undo(universe.pick(imports).settled().imported());
            } else {
                Universe.Import added = universe.newImport();
                imports.add(added);
                run.add(added);
            }
            afterEach.run();
        }
    }

    @Test
    void what_was_handed_out_adds_up_to_what_all_facts_say_at_once() {
        for (long seed = 0; seed < CASES; seed++) {
            long each = seed;
            try (Run run = run(seed, 0)) {
                live(
                        run,
                        new Universe(seed),
                        6,
                        () -> {
                            run.settle();
                            assertAsExpected(run, each);
                        });
                assertThat(run.documents().idle()).as("idle changes, seed %s", seed).isEmpty();
            }
        }
    }

    @Test
    void a_crash_at_any_point_makes_no_difference() {
        for (long seed = 0; seed < CASES; seed++) {
            try (Run run = run(seed, 0.1)) {
                live(run, new Universe(seed), 6, () -> {});
                run.settle();
                assertAsExpected(run, seed);
            }
        }
    }

    @Test
    void a_stop_in_good_order_loses_nothing() {
        for (long seed = 0; seed < CASES / 4; seed++) {
            try (Run run = run(seed, 0)) {
                live(
                        run,
                        new Universe(seed),
                        4,
                        () -> {
                            run.settle();
                            run.restart();
                        });
                run.settle();
                assertAsExpected(run, seed);
                assertThat(run.documents().idle()).as("idle changes, seed %s", seed).isEmpty();
            }
        }
    }

    @Test
    void the_order_of_imports_makes_no_difference() {
        for (long seed = 0; seed < CASES; seed++) {
            Universe universe = new Universe(seed);
            List<Universe.Import> imports = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                imports.add(universe.newImport());
            }
            try (Run one = run(seed, 0);
                    Run other = run(seed + 1, 0)) {
                imports.forEach(each -> one.add(each).settle());
                Collections.shuffle(imports, universe.random());
                imports.forEach(other::add);
                other.settle();
                assertSame(other.documents(), one.documents(), seed);
                assertSameDigests(other.state(), one.state(), seed);
            }
        }
    }

    @Test
    void an_import_that_is_undone_was_never_there_whenever_it_came_and_went() {
        for (long seed = 0; seed < CASES; seed++) {
            Universe universe = new Universe(seed);
            MemberId member = universe.member(universe.random().nextInt(3));
            boolean isPrivate = universe.random().nextBoolean();
            Universe.Import kept = universe.newImport(member, isPrivate);
            Universe.Import undone = universe.newImport(member, isPrivate);
            ImportId gone = undone.settled().imported();
            try (Run alone = run(seed, 0);
                    Run after = run(seed, 0);
                    Run before = run(seed, 0);
                    Run atOnce = run(seed, 0)) {
                alone.add(kept).settle();
                after.add(kept).settle().add(undone).settle().undo(gone).settle();
                before.add(undone).settle().add(kept).settle().undo(gone).settle();
                atOnce.add(undone).undo(gone).add(kept).settle();
                for (Run run : List.of(after, before, atOnce)) {
                    assertSame(run.documents(), alone.documents(), seed);
                    assertSameDigests(run.state(), alone.state(), seed);
                    assertThat(run.state().digestOfImport(gone)).isEqualTo(Digest.EMPTY);
                }
            }
        }
    }

    @Test
    void a_fact_that_two_kinds_of_file_tell_holds_while_one_of_them_counts() {
        Universe universe = new Universe(1);
        Universe.Import both = universe.saying(List.of(SKILL), "connections", "profile");
        Universe.Import later = universe.saying(List.of(OTHER_SKILL), "connections");
        try (Run run = run(1, 0)) {
            run.add(both).settle();
            assertThat(skills(run)).containsExactly("tin");

            run.add(later).settle();
            assertThat(skills(run)).containsExactlyInAnyOrder("tin", "oak");

            run.undo(both.settled().imported()).settle();
            assertThat(skills(run)).containsExactly("oak");
            assertThat(run.state().digestOfImport(both.settled().imported()))
                    .isEqualTo(Digest.EMPTY);
        }
    }

    @Test
    void a_fact_that_is_told_twice_counts_once() {
        Universe universe = new Universe(1);
        Fact message =
                new Fact.Messaged(
                        AccountId.member(universe.member(0)),
                        SKILL.subject(),
                        Instant.parse("2020-05-01T00:00:00Z"),
                        2,
                        0);
        try (Run once = run(1, 0);
                Run twice = run(1, 0)) {
            once.add(universe.saying(List.of(SKILL, message), "profile")).settle();
            twice.add(universe.saying(List.of(SKILL, message), "profile", "messages")).settle();
            assertThat(twice.documents().evidence()).hasSize(1);
            assertThat(twice.documents().people()).isEqualTo(once.documents().people());
            assertThat(twice.documents().ties()).isNotEmpty().isEqualTo(once.documents().ties());
        }
    }

    private static List<String> skills(Run run) {
        return run.documents().evidence().values().stream().map(EvidenceDocument::text).toList();
    }

    @Test
    void private_imports_change_nothing_that_others_see() {
        for (long seed = 0; seed < CASES; seed++) {
            Universe universe = new Universe(seed);
            MemberId member = universe.member(0);
            List<Universe.Import> imports = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                imports.add(universe.newImport());
            }
            List<Universe.Import> more = new ArrayList<>(imports);
            more.add(universe.newImport(member, true));
            more.add(universe.newImport(member, true));
            Collections.shuffle(more, universe.random());
            try (Run without = run(seed, 0);
                    Run with = run(seed, 0)) {
                imports.forEach(each -> without.add(each).settle());
                more.forEach(each -> with.add(each).settle());
                for (Layer layer :
                        List.of(
                                Layer.ORGANIZATION,
                                Layer.of(universe.member(1)),
                                Layer.of(universe.member(2)))) {
                    assertSame(
                            with.documents().inLayer(layer),
                            without.documents().inLayer(layer),
                            seed);
                }
                assertAsExpected(with, seed);
            }
        }
    }

    @Test
    void facts_that_come_or_go_after_their_decision_are_made_up_for() {
        for (long seed = 0; seed < CASES; seed++) {
            Universe universe = new Universe(seed);
            try (Run run = run(seed, 0)) {
                List<Assertion> late = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    Universe.Import whole = universe.newImport();
                    List<Assertion> inTime = new ArrayList<>();
                    for (Assertion assertion : whole.assertions()) {
                        (universe.random().nextInt(4) == 0 ? late : inTime).add(assertion);
                    }
                    run.add(new Universe.Import(whole.settled(), inTime)).settle();
                }
                late.forEach(each -> run.append(each.key(), each.fact().subject(), each));
                run.settle();
                assertAsExpected(run, seed);
                for (Assertion each : List.copyOf(run.held().values())) {
                    if (universe.random().nextInt(3) == 0) {
                        run.append(each.key(), each.fact().subject(), null);
                    }
                }
                run.settle();
                assertAsExpected(run, seed);
                assertThat(run.documents().idle()).as("idle changes, seed %s", seed).isEmpty();
            }
        }
    }

    @Test
    void digests_are_those_of_what_was_handed_out() {
        for (long seed = 0; seed < CASES / 4; seed++) {
            Universe universe = new Universe(seed);
            try (Run run = run(seed, 0)) {
                live(run, universe, 5, run::settle);
                Documents documents = run.documents();
                DerivedState state = run.state();
                assertThat(state.digestOfPeople())
                        .isEqualTo(
                                documents.people().values().stream()
                                        .map(Digest::of)
                                        .reduce(Digest.EMPTY, Digest::plus, (a, b) -> b));
                assertThat(state.digestOfEvidence())
                        .isEqualTo(
                                documents.evidence().values().stream()
                                        .map(Digest::of)
                                        .reduce(Digest.EMPTY, Digest::plus, (a, b) -> b));
                assertThat(state.digestOfTies())
                        .isEqualTo(
                                documents.tieChanges().stream()
                                        .map(Digest::of)
                                        .reduce(Digest.EMPTY, Digest::plus, (a, b) -> b));
                Map<ImportId, Digest> keys = new HashMap<>();
                run.held()
                        .values()
                        .forEach(each ->
                                keys.merge(
                                        each.imported(),
                                        Digest.EMPTY.plus(Digest.ofKey(each.key())),
                                        (had, one) ->
                                                new Digest(
                                                        had.count() + one.count(),
                                                        had.sum() + one.sum())));
                keys.forEach((imported, digest) ->
                        assertThat(state.digestOfImport(imported)).isEqualTo(digest));
            }
        }
    }

    @Test
    void every_decision_comes_to_its_end_once_and_in_order() {
        Universe universe = new Universe(7);
        Universe.Import one = universe.newImport();
        Universe.Import two = universe.newImport();
        try (Run run = run(7, 0)) {
            run.add(one).add(two).undo(one.settled().imported()).settle();
            assertThat(run.outcomes())
                    .containsExactly(
                            new Step.Outcome.Derived(one.settled().imported()),
                            new Step.Outcome.Derived(two.settled().imported()),
                            new Step.Outcome.Withdrawn(one.settled().imported()));
        }
    }

    @Test
    void a_step_comes_again_until_it_is_done_and_nothing_is_read_meanwhile() {
        Universe universe = new Universe(3);
        Universe.Import added = universe.newImport(universe.member(0), false);
        try (Run run = run(3, 0)) {
            Deriver deriver = run.deriver();
            long offset = 0;
            for (Assertion assertion : added.assertions()) {
                deriver.fact(0, offset, assertion);
                offset++;
            }
            deriver.decision(1, added.settled(), 0, 0);
            Step step = deriver.next().orElseThrow();
            assertThat(deriver.next()).containsSame(step);
            assertThatIllegalStateException().isThrownBy(deriver::checkpoint);
        }
    }

    @Test
    void long_work_between_two_steps_asks_again_and_again_whether_it_may_go_on() {
        Universe universe = new Universe(3);
        Universe.Import added = universe.newImport(universe.member(0), false);
        int[] asked = {0};
        try (DerivedState state = DerivedState.open(folder.resolve("asked"), Run.GENERATION)) {
            Deriver deriver =
                    new Deriver(
                            Universe.ORGANIZATION,
                            Universe.KEY,
                            state,
                            () -> asked[0]++,
                            new Pace(1, 1, 1, 1, 1));
            long offset = 0;
            for (Assertion assertion : added.assertions()) {
                deriver.fact(0, offset, assertion);
                offset++;
            }
            deriver.decision(1, added.settled(), 0, 0);
            asked[0] = 0;

            assertThat(deriver.next()).isPresent();

            assertThat(asked[0]).isGreaterThan(added.assertions().size());
        }
    }

    @Test
    void a_tie_that_is_silent_in_a_layer_has_no_digest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Digest.of(
                                new TieChange(
                                        Layer.ORGANIZATION,
                                        new PersonId("per_a"),
                                        new PersonId("per_b"),
                                        new TieChange.State.Silent())));
    }

    private static void assertSameDigests(DerivedState one, DerivedState other, long seed) {
        assertThat(one.digestOfPeople())
                .as("people, seed %s", seed)
                .isEqualTo(other.digestOfPeople());
        assertThat(one.digestOfEvidence())
                .as("evidence, seed %s", seed)
                .isEqualTo(other.digestOfEvidence());
        assertThat(one.digestOfTies()).as("ties, seed %s", seed).isEqualTo(other.digestOfTies());
    }
}
