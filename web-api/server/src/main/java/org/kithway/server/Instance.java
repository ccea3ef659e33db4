package org.kithway.server;

import java.net.URI;

/**
 * This process among all that share its stores.
 *
 * @param name no other has it, nor had it
 * @param address where it answers
 */
record Instance(String name, URI address) {}
