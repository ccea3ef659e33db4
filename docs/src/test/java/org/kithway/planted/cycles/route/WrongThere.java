package org.kithway.planted.cycles.route;

import org.kithway.planted.cycles.strength.WrongBack;

public record WrongThere(WrongBack... back) {}
