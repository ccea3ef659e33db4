package org.kithway.planted.arrows.search.elasticsearch;

public record Hit(String id) {}
