package org.kithway.planted.arrows.search;

import org.slf4j.Logger;

record WrongLibrary(Logger log) {}
