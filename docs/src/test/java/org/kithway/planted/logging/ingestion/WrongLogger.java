package org.kithway.planted.logging.ingestion;

import java.util.logging.Logger;

record WrongLogger(Logger log) {}
