/** The commands that ask a running server over REST, and what their exit codes mean. */
@NullMarked
package org.kithway.server.cli;

import org.jspecify.annotations.NullMarked;
