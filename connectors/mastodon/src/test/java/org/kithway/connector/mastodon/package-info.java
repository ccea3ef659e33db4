/** What the Mastodon connector promises, shown on invented archives. */
@NullMarked
package org.kithway.connector.mastodon;

import org.jspecify.annotations.NullMarked;
