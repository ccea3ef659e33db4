package org.kithway.planted.clocks.search;

record WrongMillis(long at) {
    WrongMillis() {
        this(System.currentTimeMillis());
    }
}
