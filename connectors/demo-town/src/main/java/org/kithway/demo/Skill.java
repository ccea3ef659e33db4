package org.kithway.demo;

/** What a person knows and how well: above 0, up to 1 for the town's best. */
public record Skill(String name, double level) {}
