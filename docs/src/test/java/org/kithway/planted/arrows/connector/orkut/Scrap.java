package org.kithway.planted.arrows.connector.orkut;

public record Scrap(String id) {}
