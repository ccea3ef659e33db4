/** Reads the exports of Facebook. */
@NullMarked
package org.kithway.connector.facebook;

import org.jspecify.annotations.NullMarked;
