/** Whom to ask first, when to stop, and what to remember of those who were asked. */
@NullMarked
package org.kithway.asking;

import org.jspecify.annotations.NullMarked;
