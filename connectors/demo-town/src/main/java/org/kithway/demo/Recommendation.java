package org.kithway.demo;

import java.time.Instant;

/** A public text about how somebody works. */
public record Recommendation(Instant at, int from, int to, String text) {}
