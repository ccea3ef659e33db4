package org.kithway.local.elasticsearch;

import java.nio.file.Path;
import java.util.Optional;

/** Finds the Elasticsearch distribution that the local node runs. */
public final class Distribution {
    private Distribution() {}

    /** Where unpacked distributions are kept by default, one for all of a user's homes. */
    public static Path defaultCache() {
        return Path.of(System.getProperty("user.home"), ".cache", "kithway");
    }

    /**
     * The unpacked distribution.
     *
     * @throws LocalElasticsearchException if there is none and none can be had
     */
    public static Path locate(Path cache, Optional<Path> configured) {
        return configured.orElse(cache);
    }
}
