package org.kithway.ingestion.kafka;

import org.kithway.ingestion.kafka.derive.DerivedState;
import org.kithway.model.OrganizationId;
import org.kithway.search.Generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where this node keeps what derivers remember: {@code folder/organization/generation.state}. */
record StateFiles(Path folder) {
    private Path file(Generation generation) {
        return of(generation.organization()).resolve(generation.number() + ".state");
    }

    private Path of(OrganizationId organization) {
        return folder.resolve(organization.value());
    }

    DerivedState open(Generation generation) {
        return DerivedState.open(file(generation), generation);
    }

    DerivedState openAnew(Generation generation) {
        try {
            Files.deleteIfExists(file(generation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(generation);
    }

    /** Deletes what was kept of all other generations of the organization. */
    void keepOnly(Generation generation) {
        Path kept = file(generation);
        Path own = of(generation.organization());
        if (!Files.isDirectory(own)) {
            return;
        }
        try (Stream<Path> files = Files.list(own)) {
            List<Path> others = files.filter(file -> !file.equals(kept)).toList();
            for (Path other : others) {
                Files.deleteIfExists(other);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
