package org.kithway.connector.blogger;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was put there lately; bounded, forgets the oldest. */
final class Recent<V> extends LinkedHashMap<String, V> {
    @Serial private static final long serialVersionUID = 1;

    private static final int MOST = 20_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MOST;
    }
}
