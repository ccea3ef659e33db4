package org.kithway.planted.arrows.model;

import org.kithway.planted.arrows.registry.Imports;

record WrongUpward(Imports imports) {}
