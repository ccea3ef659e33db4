/** Tests of the deriver against a plain reading of what should follow from the facts. */
@NullMarked
package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.NullMarked;
