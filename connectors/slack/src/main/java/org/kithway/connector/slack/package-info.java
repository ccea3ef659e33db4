/** Reads the exports of Slack workspaces and organizations. */
@NullMarked
package org.kithway.connector.slack;

import org.jspecify.annotations.NullMarked;
