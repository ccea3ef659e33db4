package org.kithway.planted.main.server;

public record Wiring(String name) {}
