package org.kithway.planted.locales.search;

record WrongCase(String word) {
    @SuppressWarnings("StringCaseLocaleUsage")
    WrongCase {
        word = word.toLowerCase();
    }
}
