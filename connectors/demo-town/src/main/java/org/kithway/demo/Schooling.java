package org.kithway.demo;

/** Years at a school, both included. */
public record Schooling(String school, String degree, int from, int to) {}
