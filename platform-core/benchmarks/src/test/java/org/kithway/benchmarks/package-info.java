/** Every benchmark and evaluation, small. */
@NullMarked
package org.kithway.benchmarks;

import org.jspecify.annotations.NullMarked;
