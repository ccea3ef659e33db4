package org.kithway.demo;

import java.time.Instant;

/**
 * An invitation to connect, whether or not it was accepted; {@code note} is private and mostly
 * empty.
 */
public record Invitation(Instant at, int from, int to, String note) {}
