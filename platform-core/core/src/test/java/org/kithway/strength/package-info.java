/** Tests of tie strength. */
@NullMarked
package org.kithway.strength;

import org.jspecify.annotations.NullMarked;
