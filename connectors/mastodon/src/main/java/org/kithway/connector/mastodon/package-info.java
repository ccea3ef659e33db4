/** Reads what Mastodon hands its members: archives and lists. */
@NullMarked
package org.kithway.connector.mastodon;

import org.jspecify.annotations.NullMarked;
