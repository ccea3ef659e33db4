package org.kithway.connector.mastodon;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each of the keys that were seen lately was seen; bounded, forgets the longest unseen.
 */
final class Recent<K> {
    private static final int MOST = 10_000;

    private final Map<K, Integer> counts =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<K, Integer> eldest) {
                    return size() > MOST;
                }
            };

    /** Notes that the key was seen; how often it had been seen before. */
    int seen(K key) {
        return counts.merge(key, 1, Integer::sum) - 1;
    }
}
