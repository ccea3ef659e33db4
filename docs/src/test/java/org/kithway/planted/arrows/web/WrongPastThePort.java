package org.kithway.planted.arrows.web;

import org.kithway.planted.arrows.search.elasticsearch.Hit;

record WrongPastThePort(Hit[] hits) {}
