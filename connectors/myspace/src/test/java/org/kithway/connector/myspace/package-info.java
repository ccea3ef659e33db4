/** Tests of the connector for MySpace. */
@NullMarked
package org.kithway.connector.myspace;

import org.jspecify.annotations.NullMarked;
