/** What a network is like: its size and openness, who stands where in it, and whom it reaches. */
@NullMarked
package org.kithway.quality;

import org.jspecify.annotations.NullMarked;
