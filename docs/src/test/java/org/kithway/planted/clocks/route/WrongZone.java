package org.kithway.planted.clocks.route;

import java.time.ZoneId;

record WrongZone(ZoneId zone) {
    WrongZone() {
        this(ZoneId.systemDefault());
    }
}
