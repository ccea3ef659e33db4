package org.kithway.planted.internals.web;

import org.kithway.planted.internals.search.internal.Hidden;

record WrongReach(Hidden hidden) {}
