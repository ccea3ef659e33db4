package org.kithway.demo;

/**
 * An invented employer.
 *
 * @param domain below {@code .example}, which can belong to nobody
 * @param trade what most of its staff do
 */
public record Company(String name, String domain, String trade) {}
