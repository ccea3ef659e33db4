/** A real Kafka broker inside the JVM, for one machine. */
@NullMarked
package org.kithway.local.kafka;

import org.jspecify.annotations.NullMarked;
