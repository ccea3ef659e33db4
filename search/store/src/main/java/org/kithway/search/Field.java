package org.kithway.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people can be asked for by name: {@code company:acme}. */
public enum Field {
    NAME(false),
    HEADLINE(false),
    COMPANY(true),
    TITLE(true),
    SKILL(true),
    PLACE(true),
    INDUSTRY(true),
    SCHOOL(true),
    LANGUAGE(true),
    INTEREST(true),
    SITE(true),
    KNOWNBY(true),
    SINCE(false);

    private final boolean facet;

    Field(boolean facet) {
        this.facet = facet;
    }

    /** Whether its values can be counted. */
    public boolean isFacet() {
        return facet;
    }

    /** The name in queries and answers, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All labels, for messages. */
    static String labels() {
        return Arrays.stream(values()).map(Field::label).collect(Collectors.joining(", "));
    }

    public static Optional<Field> named(String label) {
        for (Field field : values()) {
            if (field.label().equals(label.toLowerCase(Locale.ROOT))) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
