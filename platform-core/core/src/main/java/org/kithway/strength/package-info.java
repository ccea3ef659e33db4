/** How strong a tie is, and what that rests on. */
@NullMarked
package org.kithway.strength;

import org.jspecify.annotations.NullMarked;
