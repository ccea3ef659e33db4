/** Reads the archives that LinkedIn hands its members, in all generations since 2018. */
@NullMarked
package org.kithway.connector.linkedin;

import org.jspecify.annotations.NullMarked;
