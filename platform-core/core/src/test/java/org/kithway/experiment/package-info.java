@NullMarked
package org.kithway.experiment;

import org.jspecify.annotations.NullMarked;
