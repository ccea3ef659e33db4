package org.kithway.planted.names.registry;

final class Outer {
    private Outer() {}

    record WrongImpl(String whatever) {}
}
