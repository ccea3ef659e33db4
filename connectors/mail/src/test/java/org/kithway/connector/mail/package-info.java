/** Tests of the connector for mail. */
@NullMarked
package org.kithway.connector.mail;

import org.jspecify.annotations.NullMarked;
