/** The commands, held against a server that answers what each test lays down. */
@NullMarked
package org.kithway.server.cli;

import org.jspecify.annotations.NullMarked;
