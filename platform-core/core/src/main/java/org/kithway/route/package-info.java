/** Introduction routes: who can pass a question on to whom, and with what chance it arrives. */
@NullMarked
package org.kithway.route;

import org.jspecify.annotations.NullMarked;
