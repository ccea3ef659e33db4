package org.kithway.planted.names.route;

record WrongManager(String whatever) {}
