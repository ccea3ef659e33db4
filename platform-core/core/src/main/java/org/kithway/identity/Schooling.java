package org.kithway.identity;

import org.kithway.identity.name.OrganizationName;

/**
 * Learning at a school.
 *
 * @param from first year, 0 where unknown
 * @param to last year, 0 where unknown
 */
record Schooling(OrganizationName school, int from, int to) {}
