package org.kithway.search.elasticsearch;

import java.time.Duration;

/**
 * How the store uses its cluster.
 *
 * @param prefix what the names of all indices begin with
 * @param shards of each index of people, evidence and statements; holds for indices made from then
 *     on
 * @param replicas of each shard
 * @param bulkItems most documents in one request
 * @param bulkBytes most bytes in one request, unless a single document is larger
 * @param timeout how long a search may take before it is given up
 * @param facetValues how many values are counted per field
 */
public record StoreSettings(
        String prefix,
        int shards,
        int replicas,
        int bulkItems,
        int bulkBytes,
        Duration timeout,
        int facetValues) {
    /** Good for the local node. */
    public static final StoreSettings LOCAL =
            new StoreSettings("kithway", 1, 0, 2_000, 5_000_000, Duration.ofSeconds(10), 50);

    public StoreSettings {
        if (!prefix.matches("[a-z0-9][a-z0-9_-]{0,60}")) {
            throw new IllegalArgumentException("prefix is not 1 to 61 of a-z 0-9 _ -");
        }
    }

    /** The same with another prefix. */
    public StoreSettings withPrefix(String prefix) {
        return new StoreSettings(
                prefix, shards, replicas, bulkItems, bulkBytes, timeout, facetValues);
    }

    /** The same with other numbers of shards and replicas. */
    public StoreSettings withShards(int shards, int replicas) {
        return new StoreSettings(
                prefix, shards, replicas, bulkItems, bulkBytes, timeout, facetValues);
    }

    /** The same with smaller or larger requests. */
    public StoreSettings withBulk(int items, int bytes) {
        return new StoreSettings(prefix, shards, replicas, items, bytes, timeout, facetValues);
    }
}
