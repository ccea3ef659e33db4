/** What every connector must keep, as tests: extend ConnectorContract and point it at samples. */
@NullMarked
package org.kithway.connector.tck;

import org.jspecify.annotations.NullMarked;
