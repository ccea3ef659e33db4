package org.kithway.search.graph;

import org.kithway.model.OrganizationId;
import org.kithway.search.Generation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The snapshots of a folder, one a generation. Failing to save costs time at the next start and
 * nothing else, so it is logged and no more. Guarded by the store.
 */
final class Snapshots {
    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
    private static final Pattern NAME = Pattern.compile("([a-z0-9][a-z0-9-]*)\\.(\\d{1,9})\\.ties");

    /** Removals stay in the log for thirty days; what is older may be missing some. */
    private static final Duration OLDEST = Duration.ofDays(20);

    /** So many changes, and this share of all people, are worth a file. */
    private static final long MANY_CHANGES = 200_000;

    private static final double MUCH = 0.5;

    private final Path folder;
    private final Clock clock;
    private final Map<Generation, Long> changes = new HashMap<>();

    Snapshots(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Shows what is saved; what cannot be used is deleted. */
    void read(BiConsumer<Generation, GenerationGraph> action) {
        try {
            Files.createDirectories(folder);
            List<Path> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.sorted().toList();
            }
            for (Path file : files) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    Generation generation =
                            new Generation(
                                    new OrganizationId(name.group(1)),
                                    Integer.parseInt(name.group(2)));
                    read(file, generation, action);
                } else {
                    // Begun, and never finished.
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the ties saved in " + folder, e);
        }
    }

    private void read(
            Path file, Generation generation, BiConsumer<Generation, GenerationGraph> action)
            throws IOException {
        try {
            Snapshot snapshot = new SnapshotFile(file).read();
            if (snapshot.saved().isBefore(clock.instant().minus(OLDEST))) {
                throw new SnapshotFile.CorruptException("too old");
            }
            action.accept(generation, new GenerationGraph(snapshot));
        } catch (SnapshotFile.CorruptException e) {
            log.warn(
                    "{} is discarded ({}); the ties are read from the log again.",
                    file,
                    e.getMessage());
            Files.delete(file);
        }
    }

    void changed(Generation generation, int count) {
        changes.merge(generation, (long) count, Long::sum);
    }

    boolean isDue(Generation generation, GenerationGraph graph) {
        long count = changes.getOrDefault(generation, 0L);
        return count >= MANY_CHANGES && count >= MUCH * graph.peopleCount();
    }

    /** Saves the graph if it changed since it was saved or read. */
    void save(Generation generation, GenerationGraph graph, Instant today) {
        if (changes.containsKey(generation)) {
            Path file = file(generation);
            try {
                new SnapshotFile(file).write(graph.snapshot(clock.instant(), today));
                changes.remove(generation);
            } catch (IOException e) {
                log.warn("The ties could not be saved in {}.", file, e);
            }
        }
    }

    /** Deletes the files of former generations. */
    void forgetBefore(Generation generation) {
        changes.keySet().removeIf(each -> isBefore(each, generation));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()
                        && name.group(1).equals(generation.organization().value())
                        && Integer.parseInt(name.group(2)) < generation.number()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            log.warn("Former ties could not be deleted in {}.", folder, e);
        }
    }

    private static boolean isBefore(Generation one, Generation other) {
        return one.organization().equals(other.organization()) && one.number() < other.number();
    }

    private Path file(Generation generation) {
        return folder.resolve(
                generation.organization().value() + "." + generation.number() + ".ties");
    }
}
