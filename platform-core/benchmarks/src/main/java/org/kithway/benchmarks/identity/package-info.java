/** Sets of records whose truth is known, to hold identity resolution against. */
@NullMarked
package org.kithway.benchmarks.identity;

import org.jspecify.annotations.NullMarked;
