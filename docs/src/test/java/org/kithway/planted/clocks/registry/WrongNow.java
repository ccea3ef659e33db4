package org.kithway.planted.clocks.registry;

import java.time.Instant;

record WrongNow(Instant at) {
    WrongNow() {
        this(Instant.now());
    }
}
