package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.registry.Ask;
import org.kithway.registry.Purpose;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words of the ask ledger in requests and answers. */
final class Purposes {
    private Purposes() {}

    static Purpose of(@Nullable String word) {
        return one("purpose", word, Purpose.values());
    }

    static Ask.Event event(@Nullable String word) {
        return one("event", word, Ask.Event.values());
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static <T extends Enum<T>> T one(String name, @Nullable String word, T[] all) {
        return Arrays.stream(all)
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid(
                                name
                                        + " is one of "
                                        + Arrays.stream(all)
                                                .map(Purposes::word)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }
}
