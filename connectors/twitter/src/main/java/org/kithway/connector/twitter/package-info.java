/** Reads the archives that Twitter, now X, hands its members. */
@NullMarked
package org.kithway.connector.twitter;

import org.jspecify.annotations.NullMarked;
