package org.kithway.planted.arrows.elsewhere;

import org.kithway.planted.arrows.registry.Imports;

record WrongNewPackage(Imports imports) {}
