/** Tests of the intake. */
@NullMarked
package org.kithway.ingestion;

import org.jspecify.annotations.NullMarked;
