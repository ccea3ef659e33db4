/** Which accounts are one person, and what their facts say of that person together. */
@NullMarked
package org.kithway.identity;

import org.jspecify.annotations.NullMarked;
