/** Networks from files, and what others found in them, to hold our own answers against. */
@NullMarked
package org.kithway.benchmarks.network;

import org.jspecify.annotations.NullMarked;
