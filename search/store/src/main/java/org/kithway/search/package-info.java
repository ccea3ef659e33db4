/**
 * What is asked of the people store and the tie graph, and the query grammar in which people ask.
 */
@NullMarked
package org.kithway.search;

import org.jspecify.annotations.NullMarked;
