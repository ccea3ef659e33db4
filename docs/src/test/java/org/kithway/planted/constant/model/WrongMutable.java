package org.kithway.planted.constant.model;

final class WrongMutable {
    int count;
}
