package org.kithway.connector;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/**
 * One thing that can be set for a connector.
 *
 * @param name lower camel case
 * @param description one line
 * @param parser makes the value of its text; throws {@link IllegalArgumentException} or {@link
 *     java.time.DateTimeException} if it cannot
 * @param fallback the text that holds where none is given; null makes the setting required
 */
public record Setting<T>(
        String name, String description, Function<String, T> parser, @Nullable String fallback) {
    public static <T> Setting<T> required(
            String name, String description, Function<String, T> parser) {
        return new Setting<>(name, description, parser, null);
    }

    public static <T> Setting<T> optional(
            String name, String description, Function<String, T> parser, String fallback) {
        return new Setting<>(name, description, parser, fallback);
    }
}
