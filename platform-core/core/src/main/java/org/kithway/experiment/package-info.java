/** Testing a network: who was asked, who answered, who passed it on, and what that shows. */
@NullMarked
package org.kithway.experiment;

import org.jspecify.annotations.NullMarked;
