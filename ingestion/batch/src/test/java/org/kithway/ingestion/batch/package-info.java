/** Tests of the intake. */
@NullMarked
package org.kithway.ingestion.batch;

import org.jspecify.annotations.NullMarked;
