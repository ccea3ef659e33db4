/** Tests of identity. */
@NullMarked
package org.kithway.identity;

import org.jspecify.annotations.NullMarked;
