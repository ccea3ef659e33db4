/** Record linkage after Fellegi and Sunter for records of any kind. */
@NullMarked
package org.kithway.identity.match;

import org.jspecify.annotations.NullMarked;
