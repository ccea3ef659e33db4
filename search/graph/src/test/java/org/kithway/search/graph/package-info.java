/** Tests of the tie graph. */
@NullMarked
package org.kithway.search.graph;

import org.jspecify.annotations.NullMarked;
