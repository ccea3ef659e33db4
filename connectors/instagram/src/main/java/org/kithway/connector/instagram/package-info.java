/** Reads the exports of Instagram. */
@NullMarked
package org.kithway.connector.instagram;

import org.jspecify.annotations.NullMarked;
