@NullMarked
package org.kithway.ingestion.kafka;

import org.jspecify.annotations.NullMarked;
