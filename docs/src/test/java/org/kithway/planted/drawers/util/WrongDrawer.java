package org.kithway.planted.drawers.util;

record WrongDrawer(String whatever) {}
