package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.Site;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was decided in an organization and every derived document follows from. */
public sealed interface Decision {
    /**
     * An import was read to its end: from now on it counts.
     *
     * @param owner the account whose export it is; null if the export does not say
     * @param exportedAt when the site wrote the export; null if not known
     * @param parts the kinds of file that take the place of what earlier exports have of them
     * @param fragments the kinds of file of which not all could be read: what could counts beside
     *     what earlier exports have of them
     * @param ends for each partition of the log of facts that got any of its assertions, the offset
     *     after the last
     */
    record ImportSettled(
            ImportId imported,
            MemberId member,
            Site site,
            @Nullable AccountId owner,
            Layer layer,
            @Nullable Instant exportedAt,
            Instant submitted,
            Set<String> parts,
            Set<String> fragments,
            Map<Integer, Long> ends)
            implements Decision {
        public ImportSettled {
            SortedSet<String> sortedParts = new TreeSet<>(parts);
            SortedSet<String> sortedFragments = new TreeSet<>(fragments);
            SortedMap<Integer, Long> sortedEnds = new TreeMap<>(ends);
            parts = Collections.unmodifiableSortedSet(sortedParts);
            fragments = Collections.unmodifiableSortedSet(sortedFragments);
            if (!Collections.disjoint(parts, fragments)) {
                throw new IllegalArgumentException("a kind of file is read whole or not");
            }
            ends = Collections.unmodifiableSortedMap(sortedEnds);
        }

        /** When what it says was so: the export's date, else the upload's. */
        public Instant asOf() {
            return exportedAt == null ? submitted : exportedAt;
        }
    }

    /** An import was taken back, for good. */
    record ImportUndone(ImportId imported) implements Decision {}
}
