/**
 * Checks what no single module can check: the arrows between the modules, and the names in them.
 */
@NullMarked
package org.kithway.docs;

import org.jspecify.annotations.NullMarked;
