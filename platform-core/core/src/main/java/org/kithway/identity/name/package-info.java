/** Names of people and organizations, and titles: read from any spelling, and compared. */
@NullMarked
package org.kithway.identity.name;

import org.jspecify.annotations.NullMarked;
