/** What a site plugin implements or is handed. */
@NullMarked
package org.kithway.connector;

import org.jspecify.annotations.NullMarked;
