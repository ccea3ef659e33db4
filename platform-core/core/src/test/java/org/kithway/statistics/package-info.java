@NullMarked
package org.kithway.statistics;

import org.jspecify.annotations.NullMarked;
