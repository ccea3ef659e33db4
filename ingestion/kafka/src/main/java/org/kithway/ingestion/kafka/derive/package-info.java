/** Builds an organization's people, their evidence and their ties from what its imports say. */
@NullMarked
package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.NullMarked;
