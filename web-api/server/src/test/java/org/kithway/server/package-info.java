/** Tests of the platform as a whole, on its real engines. */
@NullMarked
package org.kithway.server;

import org.jspecify.annotations.NullMarked;
