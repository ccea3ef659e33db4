package org.kithway.planted.internals.search.internal;

public record Hidden(String id) {}
