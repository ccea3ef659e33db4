@NullMarked
package org.kithway.asking;

import org.jspecify.annotations.NullMarked;
