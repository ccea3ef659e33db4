/**
 * What is decided and must not be lost: organizations, members, keys, imports and their ledgers,
 * and the decisions that every derived document follows from; kept in H2 or PostgreSQL.
 */
@NullMarked
package org.kithway.registry;

import org.jspecify.annotations.NullMarked;
