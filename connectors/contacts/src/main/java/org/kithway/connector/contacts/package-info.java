/** Reads address books: vCard files, Google's and Outlook's CSV files. */
@NullMarked
package org.kithway.connector.contacts;

import org.jspecify.annotations.NullMarked;
