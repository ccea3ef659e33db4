package org.kithway.planted.arrows.connector.bebo;

import org.kithway.planted.arrows.connector.orkut.Scrap;

record WrongSideways(Scrap scrap) {}
