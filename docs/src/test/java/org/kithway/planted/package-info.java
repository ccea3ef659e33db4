/** Wrong on purpose: each package below breaks the rule that it is named for. */
@NullMarked
package org.kithway.planted;

import org.jspecify.annotations.NullMarked;
