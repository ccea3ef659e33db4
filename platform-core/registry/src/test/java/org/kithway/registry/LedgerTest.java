package org.kithway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kithway.model.ImportId;
import org.kithway.model.Place;
import org.springframework.dao.DataIntegrityViolationException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

@ParameterizedClass
@EnumSource(Database.class)
class LedgerTest {
    private final Fixture fixture;
    private final Ledger ledger;

    LedgerTest(Database database) {
        fixture = new Fixture(database);
        ledger = fixture.registry.ledger();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static final String PATH = "Connections.csv";

    @Test
    void addsUpWhatEachStretchOfAFileCameTo() {
        ImportId id = fixture.submitted(fixture.ann, 1);
        ledger.startFile(id, PATH, "connections");
        assertThat(ledger.files(id))
                .containsExactly(
                        new FileLedger(PATH, "connections", 0, 0, 0, 0, null, false, true));

        ledger.record(id, delta(PATH, 5, Map.of("draft", 2L), List.of(rejected(PATH, 9)), 11));
        ledger.record(id, delta(PATH, 1, Map.of("draft", 1L, "ad", 4L), List.of(), 1));
        ledger.startFile(id, PATH, "connections");

        assertThat(ledger.files(id))
                .containsExactly(
                        new FileLedger(PATH, "connections", 14, 6, 7, 1, null, false, true));
        assertThat(ledger.withheld(id))
                .containsExactly(
                        new Ledger.Withheld(PATH, "ad", 4), new Ledger.Withheld(PATH, "draft", 3));
        assertThat(ledger.rejections(id, null, 0, 10)).containsExactly(rejected(PATH, 9));
        assertThat(fixture.registry.imports().find(Fixture.ACME, id).orElseThrow().facts())
                .isEqualTo(12);
    }

    @Test
    void listsFilesByPathAndKeepsImportsApart() {
        ImportId id = fixture.submitted(fixture.ann, 1);
        ImportId other = fixture.submitted(fixture.ann, 2);
        ledger.record(id, delta("b", 1, Map.of(), List.of(), 1));
        ledger.record(id, delta("a", 2, Map.of(), List.of(), 2));
        ledger.record(other, delta("a", 3, Map.of(), List.of(), 3));

        assertThat(ledger.files(id)).extracting(FileLedger::read).containsExactly(2L, 1L);
    }

    @Test
    void countsAsTheCallersTransactionEnds() {
        ImportId id = fixture.submitted(fixture.ann, 1);

        fixture.transactions.executeWithoutResult(status -> {
            ledger.record(id, delta(PATH, 1, Map.of("ad", 1L), List.of(rejected(PATH, 1)), 1));
            ledger.noteEnds(id, Map.of(0, 7L));
            status.setRollbackOnly();
        });

        assertThat(ledger.files(id)).isEmpty();
        assertThat(ledger.rejections(id, null, 0, 10)).isEmpty();
        assertThat(ledger.withheld(id)).isEmpty();
        assertThat(ledger.ends(id)).isEmpty();
    }

    @RepeatedTest(3)
    void losesNoCountWhenManyCountAtOnce() throws Exception {
        ImportId id = fixture.submitted(fixture.ann, 1);
        AtomicInteger thread = new AtomicInteger();

        Fixture.together(
                6,
                () -> {
                    int number = thread.getAndIncrement();
                    for (int i = 0; i < 10; i++) {
                        String path = "file-" + number % 2;
                        ledger.record(
                                id,
                                delta(
                                        path,
                                        1,
                                        Map.of("ad", 1L),
                                        List.of(rejected(path, i + 1)),
                                        2));
                        ledger.noteEnds(id, Map.of(0, (long) number * 100 + i));
                    }
                    return number;
                });

        assertThat(ledger.files(id))
                .containsExactly(
                        new FileLedger("file-0", "part", 90, 30, 30, 30, null, false, true),
                        new FileLedger("file-1", "part", 90, 30, 30, 30, null, false, true));
        assertThat(ledger.rejections(id, null, 0, 100)).hasSize(60);
        assertThat(ledger.ends(id)).isEqualTo(Map.of(0, 509L));
    }

    @Test
    void pagesThroughRejectionsInTheOrderOfTheirPlaces() {
        ImportId id = fixture.submitted(fixture.ann, 1);
        ledger.record(id, delta("b", 0, Map.of(), List.of(rejected("b", 12), rejected("b", 3)), 0));
        ledger.record(id, delta("a", 0, Map.of(), List.of(rejected("a", 5)), 0));

        assertThat(ledger.rejections(id, null, 0, 2))
                .containsExactly(rejected("a", 5), rejected("b", 3));
        assertThat(ledger.rejections(id, null, 2, 2)).containsExactly(rejected("b", 12));
        assertThat(ledger.rejections(id, "b", 0, 2))
                .containsExactly(rejected("b", 3), rejected("b", 12));
        assertThat(ledger.rejections(id, "c", 0, 2)).isEmpty();
    }

    @Test
    void groupsRejectionsByReason() {
        ImportId id = fixture.submitted(fixture.ann, 1);
        List<Outcome> rejections = new ArrayList<>();
        for (int i = 1; i <= 1200; i++) {
            rejections.add(
                    new Outcome(new Place(PATH, i), i % 3 == 0 ? "no date" : "too many columns"));
        }
        ledger.record(id, delta(PATH, 0, Map.of(), rejections, 0));

        assertThat(ledger.reasons(id))
                .containsExactly(
                        new Ledger.Reason("too many columns", 800, new Place(PATH, 1)),
                        new Ledger.Reason("no date", 400, new Place(PATH, 3)));
    }

    @Test
    void keepsWhatIsSaidOfAFileAsAWholeApartFromItsRecords() {
        ImportId id = fixture.submitted(fixture.ann, 1);
        Outcome truncated = new Outcome(Place.of(PATH), "ends amid a record; export it again");

        ledger.record(id, delta(PATH, 3, Map.of(), List.of(truncated), 3));
        ledger.noteFile(id, PATH, "cut off");

        assertThat(ledger.files(id))
                .containsExactly(new FileLedger(PATH, "part", 3, 3, 0, 0, "cut off", true, true));
        assertThat(ledger.rejections(id, PATH, 0, 10)).containsExactly(truncated);
        assertThatThrownBy(() -> ledger.noteFile(id, "another", "?"))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void tellsAFileThatBreaksOffFromOneThatIsRead() {
        ImportId id = fixture.submitted(fixture.ann, 1);
        Outcome end = new Outcome(new Place(PATH, 4), "from here on unreadable", true);

        ledger.record(id, delta(PATH, 3, Map.of(), List.of(end), 3));
        ledger.record(id, delta("other", 3, Map.of(), List.of(rejected("other", 2)), 3));

        assertThat(ledger.files(id)).extracting(FileLedger::whole).containsExactly(false, true);
        assertThat(ledger.files(id)).extracting(FileLedger::faulty).containsExactly(true, false);
        assertThat(ledger.rejections(id, PATH, 0, 10)).containsExactly(end);
    }

    @Test
    void refusesADeltaThatDoesNotAddUp() {
        assertThatThrownBy(
                        () -> new LedgerDelta(PATH, "part", 3, 1, Map.of("ad", 1L), List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> delta(PATH, 0, Map.of(), List.of(rejected("another", 1)), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holdsTheSumInTheDatabaseItself() {
        ImportId id = fixture.submitted(fixture.ann, 1);
        ledger.record(id, delta(PATH, 3, Map.of(), List.of(), 3));

        assertThatThrownBy(() -> fixture.jdbc.sql("UPDATE import_files SET kept = 2").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void takesTheLongestPathsAndAnyCharacters() {
        ImportId id = fixture.submitted(fixture.ann, 1);
        List<String> paths = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 2; i++) {
            StringBuilder path = new StringBuilder();
            random.ints(1024, 0x4e00, 0x9fff).forEach(path::appendCodePoint);
            paths.add(path.toString());
        }
        for (String path : paths) {
            ledger.record(id, delta(path, 1, Map.of(), List.of(), 1));
        }
        ledger.record(
                id,
                delta("x", 0, Map.of(), List.of(new Outcome(new Place("x", 1), "a\u0000b")), 0));

        assertThat(ledger.files(id)).extracting(FileLedger::path).contains("x").containsAll(paths);
        assertThat(ledger.rejections(id, "x", 0, 1))
                .containsExactly(new Outcome(new Place("x", 1), "a\ufffdb"));
    }

    @Test
    void keepsTheFarthestEndOfEveryPartition() {
        ImportId id = fixture.submitted(fixture.ann, 1);
        ledger.noteEnds(id, Map.of(0, 10L, 1, 5L));
        ledger.noteEnds(id, Map.of(0, 8L, 1, 6L, 2, 1L));

        assertThat(ledger.ends(id)).isEqualTo(Map.of(0, 10L, 1, 6L, 2, 1L));
    }

    @Test
    void countsForNoUnknownImport() {
        ImportId unknown = fixture.registry.imports().newId();

        assertThatThrownBy(() -> ledger.record(unknown, delta(PATH, 1, Map.of(), List.of(), 1)))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> ledger.noteEnds(unknown, Map.of(0, 1L)))
                .isInstanceOf(NoSuchElementException.class);
    }

    private static Outcome rejected(String path, long record) {
        return new Outcome(new Place(path, record), "no date");
    }

    private static LedgerDelta delta(
            String path,
            long kept,
            Map<String, Long> withheld,
            List<Outcome> rejected,
            long facts) {
        long read =
                kept
                        + withheld.values().stream().mapToLong(Long::longValue).sum()
                        + rejected.stream().filter(one -> one.place().record() > 0).count();
        return new LedgerDelta(path, "part", read, kept, withheld, rejected, facts);
    }
}
