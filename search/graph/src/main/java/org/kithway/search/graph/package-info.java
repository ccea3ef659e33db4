/** The tie graph in memory, held as the topic of ties tells it. */
@NullMarked
package org.kithway.search.graph;

import org.jspecify.annotations.NullMarked;
