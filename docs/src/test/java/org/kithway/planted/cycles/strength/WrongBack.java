package org.kithway.planted.cycles.strength;

import org.kithway.planted.cycles.route.WrongThere;

public record WrongBack(WrongThere... there) {}
