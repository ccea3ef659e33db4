/** The open interchange format: one fact per line, so that any system can feed Kithway. */
@NullMarked
package org.kithway.connector.facts;

import org.jspecify.annotations.NullMarked;
