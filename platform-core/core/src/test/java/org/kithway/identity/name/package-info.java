/** Tests of names: tables per language, and properties of random and adversarial names. */
@NullMarked
package org.kithway.identity.name;

import org.jspecify.annotations.NullMarked;
