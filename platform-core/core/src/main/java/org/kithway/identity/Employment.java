package org.kithway.identity;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.name.OrganizationName;
import org.kithway.identity.name.Title;

/**
 * Work for an organization.
 *
 * @param organization or null where the title alone is known
 * @param role or null where the title is unknown
 * @param from first year, 0 where unknown
 * @param to last year, 0 where unknown, {@link #PRESENT} where it goes on
 */
record Employment(@Nullable OrganizationName organization, @Nullable Role role, int from, int to) {
    static final int PRESENT = 9999;

    /**
     * What the title says.
     *
     * @param words as written, but for case and signs
     */
    record Role(String words, Title title) {
        static Role of(String title) {
            return new Role(EvidenceLevels.words(title), Title.of(title));
        }
    }

    boolean isDated() {
        return from != 0 || to != 0;
    }
}
