/** The records that people are described by: accounts, facts, people and the ties between them. */
@NullMarked
package org.kithway.model;

import org.jspecify.annotations.NullMarked;
