/** The one funnel through which every fact passes: check, withhold, count, hand on. */
@NullMarked
package org.kithway.ingestion;

import org.jspecify.annotations.NullMarked;
