/** Tests of the connector for Slack. */
@NullMarked
package org.kithway.connector.slack;

import org.jspecify.annotations.NullMarked;
