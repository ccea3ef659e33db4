/** Who knows most of a topic, by the evidence that speaks for it. */
@NullMarked
package org.kithway.expertise;

import org.jspecify.annotations.NullMarked;
