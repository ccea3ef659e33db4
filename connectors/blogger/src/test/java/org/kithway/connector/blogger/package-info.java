/** Tests of the connector for Blogger. */
@NullMarked
package org.kithway.connector.blogger;

import org.jspecify.annotations.NullMarked;
