/** The only main, the only wiring. */
@NullMarked
package org.kithway.server;

import org.jspecify.annotations.NullMarked;
