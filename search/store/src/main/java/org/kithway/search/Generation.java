package org.kithway.search;

import org.kithway.model.OrganizationId;

/**
 * One build of an organization's derived data. A rebuild fills the next generation while the
 * present one answers.
 *
 * @param number from 1
 */
public record Generation(OrganizationId organization, int number) {
    public Generation next() {
        return new Generation(organization, number + 1);
    }
}
