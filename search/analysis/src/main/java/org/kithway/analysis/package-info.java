/** Lucene's analyzers for an Elasticsearch that comes without its own analysis module. */
@NullMarked
package org.kithway.analysis;

import org.jspecify.annotations.NullMarked;
