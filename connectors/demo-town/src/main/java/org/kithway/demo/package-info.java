/**
 * An invented town whose people export archives in the formats of real sites, the same every time.
 */
@NullMarked
package org.kithway.demo;

import org.jspecify.annotations.NullMarked;
