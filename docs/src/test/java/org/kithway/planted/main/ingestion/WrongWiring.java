package org.kithway.planted.main.ingestion;

import org.kithway.planted.main.server.Wiring;

record WrongWiring(Wiring wiring) {}
