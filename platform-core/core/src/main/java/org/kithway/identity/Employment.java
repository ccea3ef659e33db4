package org.kithway.identity;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.name.OrganizationName;
import org.kithway.identity.name.Title;

/**
 * Work for an organization.
 *
 * @param organization or null where the title alone is known
 * @param title as written, or null
 * @param read the title, understood, or null
 * @param from first year, 0 where unknown
 * @param to last year, 0 where unknown, {@link #PRESENT} where it goes on
 */
record Employment(
        @Nullable OrganizationName organization,
        @Nullable String title,
        @Nullable Title read,
        int from,
        int to) {
    static final int PRESENT = 9999;

    boolean isDated() {
        return from != 0 || to != 0;
    }
}
