package org.kithway.identity;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Texts of which two references of one person mostly share one. The caller drops those that more
 * than a cap of references share.
 *
 * @param telling whole names with an employer or a town, and handles: of two accounts at one site,
 *     which are seldom one person's, only those need be compared that share one of these
 * @param rough whole names, and what their parts sound like
 */
public record BlockingKeys(SortedSet<String> telling, SortedSet<String> rough) {
    /** Of whoever is compared with nobody. */
    public static final BlockingKeys NONE =
            new BlockingKeys(Collections.emptySortedSet(), Collections.emptySortedSet());

    public BlockingKeys {
        telling = Collections.unmodifiableSortedSet(new TreeSet<>(telling));
        rough = Collections.unmodifiableSortedSet(new TreeSet<>(rough));
    }

    /** All of them. */
    public SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>(telling);
        all.addAll(rough);
        return all;
    }
}
