package org.kithway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.Site;
import org.kithway.registry.Import.State;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

@ParameterizedClass
@EnumSource(Database.class)
class ImportsTest {
    private final Fixture fixture;
    private final Imports imports;

    ImportsTest(Database database) {
        fixture = new Fixture(database);
        imports = fixture.registry.imports();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void queuesANewArchive() {
        NewImport archive = fixture.archive(fixture.ann, 1);

        Import submitted = imports.submit(archive);

        assertThat(submitted.state()).isEqualTo(State.QUEUED);
        assertThat(submitted.id()).isEqualTo(archive.id());
        assertThat(imports.find(Fixture.ACME, submitted.id())).contains(submitted);
        assertThat(imports.queued(10)).containsExactly(submitted);
    }

    @Test
    void namesTheEarlierImportOfTheSameArchive() {
        ImportId first = fixture.submitted(fixture.ann, 1);

        Import again = imports.submit(fixture.archive(fixture.ann, 1));

        assertThat(again.state()).isEqualTo(State.DUPLICATE);
        assertThat(again.duplicateOf()).isEqualTo(first);
        assertThat(again.finished()).isEqualTo(TestClock.START);
        assertThat(imports.find(Fixture.ACME, again.id())).contains(again);
    }

    @Test
    void tellsArchivesApartByMemberContentAndLayer() {
        fixture.submitted(fixture.ann, 1);

        assertThat(
                        List.of(
                                fixture.archive(fixture.ben, 1),
                                fixture.archive(fixture.stranger, 1),
                                fixture.archive(fixture.ann, 2),
                                fixture.archive(fixture.ann, 1, Layer.of(fixture.ann.id()))))
                .allSatisfy(archive ->
                        assertThat(imports.submit(archive).state()).isEqualTo(State.QUEUED));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void takesAnArchiveAgainWhereTheEarlierImportDoesNotCount(State state) {
        ImportId first = fixture.submitted(fixture.ann, 1);
        imports.transition(first, Set.of(State.QUEUED), state, null);

        assertThat(imports.submit(fixture.archive(fixture.ann, 1)).state())
                .isEqualTo(state.isActive() ? State.DUPLICATE : State.QUEUED);
    }

    @RepeatedTest(5)
    void queuesOneOfManyThatHandInTheSameArchiveAtOnce() throws Exception {
        List<Import> submitted =
                Fixture.together(6, () -> imports.submit(fixture.archive(fixture.ann, 1)));

        ImportId queued = imports.queued(10).getFirst().id();
        assertThat(imports.queued(10)).hasSize(1);
        assertThat(submitted)
                .filteredOn(archive -> archive.state() == State.DUPLICATE)
                .hasSize(5)
                .allSatisfy(archive -> assertThat(archive.duplicateOf()).isEqualTo(queued));
    }

    @Test
    void refusesAMemberOfAnotherOrganization() {
        NewImport own = fixture.archive(fixture.ann, 1);
        NewImport foreign =
                new NewImport(
                        own.id(),
                        Fixture.OTHER,
                        own.member(),
                        own.submittedBy(),
                        false,
                        null,
                        Layer.ORGANIZATION,
                        own.fileName(),
                        own.bytes(),
                        own.sha256(),
                        Map.of());

        assertThatThrownBy(() -> imports.submit(foreign))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void showsWhatBecomesOfAPrivateArchiveToWhoHandedItIn() {
        NewImport own = fixture.archive(fixture.ann, 1, Layer.of(fixture.ann.id()));
        Import handed =
                imports.submit(
                        new NewImport(
                                own.id(),
                                own.organization(),
                                own.member(),
                                fixture.ben.id(),
                                true,
                                own.site(),
                                own.layer(),
                                own.fileName(),
                                own.bytes(),
                                own.sha256(),
                                own.settings()));

        assertThat(imports.list(fixture.ben.principal(), 0, 10)).containsExactly(handed);
        assertThat(imports.find(fixture.ben.principal(), handed.id())).contains(handed);
        assertThat(imports.list(fixture.ann.principal(), 0, 10)).containsExactly(handed);
        assertThat(imports.list(fixture.stranger.principal(), 0, 10)).isEmpty();
    }

    @Test
    void showsOwnImportsAndSharedOnesButNoOtherPrivateOnes() {
        Import shared = imports.submit(fixture.archive(fixture.ann, 1));
        fixture.clock.advance(Duration.ofSeconds(1));
        Import secret = imports.submit(fixture.archive(fixture.ann, 2, Layer.of(fixture.ann.id())));

        assertThat(imports.list(fixture.ann.principal(), 0, 10)).containsExactly(secret, shared);
        assertThat(imports.list(fixture.ann.principal(), 1, 10)).containsExactly(shared);
        assertThat(imports.list(fixture.ben.principal(), 0, 10)).containsExactly(shared);
        assertThat(imports.list(fixture.stranger.principal(), 0, 10)).isEmpty();
        assertThat(imports.find(fixture.ann.principal(), secret.id())).contains(secret);
        assertThat(imports.find(fixture.ben.principal(), secret.id())).isEmpty();
        assertThat(imports.find(fixture.ben.principal(), shared.id())).contains(shared);
        assertThat(imports.find(fixture.stranger.principal(), shared.id())).isEmpty();
        assertThat(imports.all(Fixture.ACME)).containsExactly(shared, secret);
    }

    @Test
    void movesOnFromTheExpectedStateOnly() {
        ImportId id = fixture.submitted(fixture.ann, 1);

        assertThat(imports.transition(id, Set.of(State.RUNNING), State.SETTLING, null)).isFalse();
        assertThat(find(id).state()).isEqualTo(State.QUEUED);
        assertThat(
                        imports.transition(
                                id, Set.of(State.QUEUED, State.RUNNING), State.RUNNING, "reads"))
                .isTrue();
        assertThat(find(id).state()).isEqualTo(State.RUNNING);
        assertThat(find(id).note()).isEqualTo("reads");
    }

    @Test
    void letsOneOfManyMoveAnImportOn() throws Exception {
        ImportId id = fixture.submitted(fixture.ann, 1);

        List<Boolean> moved =
                Fixture.together(
                        6, () -> imports.transition(id, Set.of(State.QUEUED), State.RUNNING, null));

        assertThat(moved).containsOnlyOnce(true);
    }

    @Test
    void notesWhenAnImportFirstRanAndWhenItWasDone() {
        ImportId id = fixture.submitted(fixture.ann, 1);
        Instant ran = later();
        imports.transition(id, Set.of(State.QUEUED), State.RUNNING, null);
        later();
        imports.transition(id, Set.of(State.RUNNING), State.RUNNING, null);
        assertThat(find(id).started()).isEqualTo(ran);
        assertThat(find(id).finished()).isNull();

        Instant done = later();
        imports.transition(id, Set.of(State.RUNNING), State.COMPLETED, null);
        assertThat(find(id).started()).isEqualTo(ran);
        assertThat(find(id).finished()).isEqualTo(done);

        imports.transition(id, Set.of(State.COMPLETED), State.UNDOING, null);
        assertThat(find(id).finished()).isNull();
    }

    @Test
    void notesWhatReadingReveals() {
        ImportId id = fixture.submitted(fixture.ann, 1);
        Site site = new Site("linkedin");
        AccountId owner = AccountId.of(site, "ann-\u00e9");

        imports.describe(id, site, TestClock.START, owner);

        assertThat(find(id).site()).isEqualTo(site);
        assertThat(find(id).exportedAt()).isEqualTo(TestClock.START);
        assertThat(find(id).owner()).isEqualTo(owner);
        assertThatThrownBy(() -> imports.describe(imports.newId(), site, null, null))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void queuesTheOldestFirst() {
        ImportId first = fixture.submitted(fixture.ann, 1);
        later();
        ImportId second = fixture.submitted(fixture.stranger, 2);
        later();
        fixture.submitted(fixture.ben, 3);

        assertThat(imports.queued(2)).extracting(Import::id).containsExactly(first, second);
    }

    @Test
    void takesAnyFileName() {
        NewImport archive = fixture.archive(fixture.ann, 1);
        NewImport odd =
                new NewImport(
                        archive.id(),
                        archive.organization(),
                        archive.member(),
                        archive.submittedBy(),
                        true,
                        new Site("linkedin"),
                        archive.layer(),
                        "a\u0000'; \ud83d\ude00.zip",
                        archive.bytes(),
                        archive.sha256(),
                        Map.of("a\"b", "c\u0000d"));

        Import submitted = imports.submit(odd);

        assertThat(submitted.fileName()).isEqualTo("a\ufffd'; \ud83d\ude00.zip");
        assertThat(find(submitted.id())).isEqualTo(submitted);
    }

    private Import find(ImportId id) {
        return imports.find(Fixture.ACME, id).orElseThrow();
    }

    private Instant later() {
        fixture.clock.advance(Duration.ofSeconds(1));
        return fixture.clock.instant();
    }
}
