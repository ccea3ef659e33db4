/** Tests of the connector for address books. */
@NullMarked
package org.kithway.connector.contacts;

import org.jspecify.annotations.NullMarked;
