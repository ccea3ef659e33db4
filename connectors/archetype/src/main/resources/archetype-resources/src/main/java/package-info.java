/** Reads the archives of ${title}. */
@NullMarked
package ${package};

import org.jspecify.annotations.NullMarked;
