/** A real Elasticsearch node as a child process that never outlives the process that started it. */
@NullMarked
package org.kithway.local.elasticsearch;

import org.jspecify.annotations.NullMarked;
