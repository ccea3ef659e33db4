/** Reads what programs fetched from MySpace and other OpenSocial sites. */
@NullMarked
package org.kithway.connector.myspace;

import org.jspecify.annotations.NullMarked;
