/** Estimates with their uncertainty: proportions, differences, what a sample can show. */
@NullMarked
package org.kithway.statistics;

import org.jspecify.annotations.NullMarked;
