/** Side-by-side measurements and the generated data that they run on. */
@NullMarked
package org.kithway.benchmarks;

import org.jspecify.annotations.NullMarked;
