package org.kithway.ingestion.kafka;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.kithway.ingestion.kafka.derive.Digest;
import org.kithway.model.ImportId;
import org.kithway.model.OrganizationId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the topic of facts holds of each import: its keys that were put and not removed, each
 * counted once however often the topic still has it. Which keys were seen is remembered on disk, as
 * 64 bits each, one partition at a time.
 */
final class FactFold {
    private static final int CACHE_MEGABYTES = 16;

    private final Pipeline pipeline;
    private final Path folder;

    FactFold(Pipeline pipeline, Path folder) {
        this.pipeline = pipeline;
        this.folder = folder;
    }

    /** Reads the whole topic as it is now. */
    Map<ImportId, Digest> read(OrganizationId organization) {
        Map<ImportId, Digest> digests = new HashMap<>();
        Path file = temporaryFile();
        try (MVStore store =
                new MVStore.Builder().fileName(file.toString()).cacheSize(CACHE_MEGABYTES).open()) {
            MVMap<Long, Boolean> seen = store.openMap("seen");
            for (int partition = 0; partition < pipeline.topics().partitions(); partition++) {
                seen.clear();
                read(organization, partition, seen, digests);
            }
        } finally {
            delete(file);
        }
        digests.values().removeIf(digest -> digest.count() == 0);
        return digests;
    }

    private void read(
            OrganizationId organization,
            int partition,
            MVMap<Long, Boolean> seen,
            Map<ImportId, Digest> digests) {
        try (TopicReader reader =
                TopicReader.of(pipeline.clients(), pipeline.topics().facts(), partition)) {
            reader.readTo(
                    reader.ends(),
                    () -> {},
                    record -> {
                        String owner = Headers.text(record.headers(), Headers.ORGANIZATION);
                        String imported = Headers.text(record.headers(), Headers.IMPORT);
                        if (!organization.value().equals(owner)
                                || imported == null
                                || record.key() == null) {
                            return;
                        }
                        long hash = Digest.ofKey(new String(record.key(), StandardCharsets.UTF_8));
                        boolean present = record.value() != null;
                        if (present == (seen.get(hash) != null)) {
                            return;
                        }
                        if (present) {
                            seen.put(hash, true);
                        } else {
                            seen.remove(hash);
                        }
                        digests.merge(
                                new ImportId(imported),
                                present ? new Digest(1, hash) : new Digest(-1, -hash),
                                (one, other) ->
                                        new Digest(
                                                one.count() + other.count(),
                                                one.sum() + other.sum()));
                    });
        }
    }

    private Path temporaryFile() {
        try {
            Files.createDirectories(folder);
            return Files.createTempFile(folder, "fold", ".tmp");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
