/** The people store on Elasticsearch 9. */
@NullMarked
package org.kithway.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
