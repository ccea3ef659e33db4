/** Spring Batch jobs that read archives: spool, connector, intake. */
@NullMarked
package org.kithway.ingestion.batch;

import org.jspecify.annotations.NullMarked;
