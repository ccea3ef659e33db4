/** Finds, isolates and version-checks connector plugins. The only place that knows PF4J. */
@NullMarked
package org.kithway.connector.host;

import org.jspecify.annotations.NullMarked;
