/** Reads the headers of mailboxes: who wrote to whom, when, and among how many. */
@NullMarked
package org.kithway.connector.mail;

import org.jspecify.annotations.NullMarked;
