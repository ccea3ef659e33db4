/** What the Twitter connector promises, shown on invented archives. */
@NullMarked
package org.kithway.connector.twitter;

import org.jspecify.annotations.NullMarked;
