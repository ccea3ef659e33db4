/** What the LinkedIn connector promises, shown on invented archives. */
@NullMarked
package org.kithway.connector.linkedin;

import org.jspecify.annotations.NullMarked;
