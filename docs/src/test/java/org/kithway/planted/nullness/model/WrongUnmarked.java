package org.kithway.planted.nullness.model;

record WrongUnmarked(String word) {}
