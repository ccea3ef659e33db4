package org.kithway.planted.streams.ingestion;

final class WrongPrint {
    private WrongPrint() {}

    static void say(String word) {
        System.out.println(word);
    }
}
