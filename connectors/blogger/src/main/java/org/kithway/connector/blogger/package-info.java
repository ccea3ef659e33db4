/** Reads the blogs that Blogger and Google Takeout hand out. */
@NullMarked
package org.kithway.connector.blogger;

import org.jspecify.annotations.NullMarked;
