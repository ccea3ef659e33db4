package org.kithway.planted.arrows.registry;

public record Imports(String name) {}
