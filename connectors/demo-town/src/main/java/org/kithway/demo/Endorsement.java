package org.kithway.demo;

import java.time.Instant;

/** One person vouches that another has a skill; {@code accepted} once the other shows it. */
public record Endorsement(Instant at, int from, int to, String skill, boolean accepted) {}
