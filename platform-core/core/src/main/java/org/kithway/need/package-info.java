/**
 * What a need asks of people: requirements, a wish on both sides, who helps, and whose interest.
 */
@NullMarked
package org.kithway.need;

import org.jspecify.annotations.NullMarked;
