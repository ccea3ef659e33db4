package org.kithway.search.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.PartialDate;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.kithway.model.TieEvidence;
import org.kithway.model.TieEvidence.Direction;
import org.kithway.search.Generation;
import org.kithway.search.Introductions.Request;
import org.kithway.search.TieChange;
import org.kithway.search.TieChange.State;
import org.kithway.search.Viewer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

class SnapshotFileTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final OrganizationId ORGANIZATION = new OrganizationId("acme-2");
    private static final Generation FIRST = new Generation(ORGANIZATION, 1);
    private static final MemberId ANN = new MemberId("mem_ann");
    private static final Viewer ANNS = new Viewer(ORGANIZATION, ANN);
    private static final Viewer BENS = new Viewer(ORGANIZATION, new MemberId("mem_ben"));
    private static final int PEOPLE = 30;

    @TempDir Path folder;

    private final Random random = new Random(17);

    private TieGraphStore store(Instant now) {
        return new TieGraphStore(Clock.fixed(now, ZoneOffset.UTC), folder);
    }

    private Path file() {
        return folder.resolve("acme-2.1.ties");
    }

    private List<TieChange> changes(int count) {
        List<TieChange> changes = new ArrayList<>();
        while (changes.size() < count) {
            PersonId one = person(random.nextInt(PEOPLE));
            PersonId other = person(random.nextInt(PEOPLE));
            if (one.compareTo(other) < 0) {
                Layer layer = random.nextInt(4) == 0 ? Layer.of(ANN) : Layer.ORGANIZATION;
                boolean own = !layer.equals(Layer.ORGANIZATION);
                State state =
                        switch (random.nextInt(5)) {
                            case 0 -> new State.Silent();
                            case 1 -> own ? new State.Absent() : new State.Silent();
                            default -> new State.Known(evidence());
                        };
                changes.add(new TieChange(layer, one, other, state));
            }
        }
        return changes;
    }

    private static PersonId person(int number) {
        return new PersonId("per_" + number);
    }

    private TieEvidence evidence() {
        List<TieEvidence.AtSite> bySite = new ArrayList<>();
        bySite.add(
                new TieEvidence.AtSite(
                        new Site("linkedin"),
                        random.nextBoolean(),
                        random.nextBoolean() ? PartialDate.of(2000 + random.nextInt(20)) : null,
                        random.nextBoolean() ? direction() : Direction.NONE,
                        direction()));
        if (random.nextBoolean()) {
            bySite.add(
                    new TieEvidence.AtSite(new Site("mail"), true, null, direction(), direction()));
        }
        return new TieEvidence(bySite, random.nextInt(40));
    }

    private Direction direction() {
        return new Direction(
                random.nextInt(9),
                random.nextDouble(),
                random.nextBoolean() ? NOW.minusSeconds(random.nextInt(1 << 28)) : null,
                random.nextInt(3),
                random.nextInt(3),
                random.nextBoolean() ? List.of("Baking", "Köche") : List.of(),
                random.nextInt(2),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean());
    }

    private static Set<TieChange> all(TieGraphStore store) {
        Set<TieChange> all = new HashSet<>();
        store.each(FIRST, all::add);
        return all;
    }

    private static void assertSame(TieGraphStore one, TieGraphStore other) {
        assertThat(one.offset(FIRST)).isEqualTo(other.offset(FIRST));
        assertThat(all(one)).isEqualTo(all(other));
        for (Viewer viewer : List.of(ANNS, BENS)) {
            for (int i = 0; i < PEOPLE; i++) {
                Set<PersonId> from = Set.of(person(i));
                Set<PersonId> to = Set.of(person((i + 7) % PEOPLE));
                Request request = new Request(from, to, 20, 4, 20, Set.of(), Map.of());
                assertThat(one.routes(viewer, request)).isEqualTo(other.routes(viewer, request));
                assertThat(one.ties(viewer, person(i), 99))
                        .isEqualTo(other.ties(viewer, person(i), 99));
            }
        }
    }

    @Test
    void aSnapshotAndWhatCameAfterEqualARebuild() {
        for (int round = 0; round < 10; round++) {
            List<TieChange> before = changes(150);
            List<TieChange> after = changes(60);
            TieGraphStore rebuilt = new TieGraphStore(Clock.fixed(NOW, ZoneOffset.UTC));
            rebuilt.apply(FIRST, before, 150);
            rebuilt.apply(FIRST, after, 210);

            try (TieGraphStore saved = store(NOW)) {
                saved.promote(new Generation(ORGANIZATION, 1));
                saved.apply(FIRST, before, 150);
            }
            TieGraphStore read = store(NOW);
            assertThat(read.offset(FIRST)).isEqualTo(150);
            read.apply(FIRST, after, 210);
            assertSame(read, rebuilt);
            read.promote(new Generation(ORGANIZATION, 2));
        }
    }

    @Test
    void aSnapshotOfAnotherDayAgesAsARebuildDoes() {
        List<TieChange> changes = changes(200);
        Instant later = NOW.plus(Duration.ofDays(9));
        try (TieGraphStore saved = store(NOW)) {
            saved.apply(FIRST, changes, 200);
        }
        TieGraphStore rebuilt = new TieGraphStore(Clock.fixed(later, ZoneOffset.UTC));
        rebuilt.apply(FIRST, changes, 200);
        assertSame(store(later), rebuilt);
    }

    @Test
    void aFileInWhichAnyByteIsWrongIsDiscardedAndTheLogReadAgain() throws IOException {
        try (TieGraphStore saved = store(NOW)) {
            saved.apply(FIRST, changes(80), 80);
        }
        byte[] right = Files.readAllBytes(file());
        for (int i = 0; i < 60; i++) {
            byte[] wrong = right.clone();
            int place = i < 32 ? i : random.nextInt(wrong.length);
            wrong[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), wrong);
            assertThat(store(NOW).offset(FIRST)).as("byte %d", place).isZero();
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void aFileThatBreaksOffIsDiscarded() throws IOException {
        try (TieGraphStore saved = store(NOW)) {
            saved.apply(FIRST, changes(80), 80);
        }
        byte[] right = Files.readAllBytes(file());
        for (int length : new int[] {0, 7, 31, 79, right.length / 2, right.length - 1}) {
            Files.write(file(), Arrays.copyOf(right, length));
            assertThat(store(NOW).offset(FIRST)).as("%d bytes", length).isZero();
        }
    }

    @Test
    void aFileSoOldThatTheLogForgotRemovalsIsDiscarded() {
        try (TieGraphStore saved = store(NOW)) {
            saved.apply(FIRST, changes(20), 20);
        }
        assertThat(store(NOW.plus(Duration.ofDays(19))).offset(FIRST)).isEqualTo(20);
        assertThat(store(NOW.plus(Duration.ofDays(21))).offset(FIRST)).isZero();
    }

    @Test
    void filesOfFormerGenerationsAreDeleted() {
        Generation second = FIRST.next();
        try (TieGraphStore saved = store(NOW)) {
            saved.apply(FIRST, changes(20), 20);
        }
        try (TieGraphStore again = store(NOW)) {
            again.apply(second, changes(20), 40);
            again.promote(second);
        }
        assertThat(file()).doesNotExist();
        assertThat(store(NOW).offset(second)).isEqualTo(40);
    }
}
