package org.kithway.demo;

import java.time.Instant;

/** A private message; its text is made up and says nothing. */
public record Message(Instant at, int from, String subject, String text) {}
