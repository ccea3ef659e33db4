/**
 * The topics that everything flows through, who writes to them and who drains them; the only place
 * that knows Kafka's clients.
 */
@NullMarked
package org.kithway.ingestion.kafka;

import org.jspecify.annotations.NullMarked;
