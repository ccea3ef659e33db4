package org.kithway.web;

import org.jspecify.annotations.Nullable;

/** Numbers that requests give. */
final class Limits {
    private Limits() {}

    /**
     * The value, or the fallback where none is given.
     *
     * @throws ProblemException if it is below the least or above the most
     */
    static int within(String name, @Nullable Integer value, int fallback, int least, int most) {
        int chosen = value == null ? fallback : value;
        if (chosen < least || chosen > most) {
            throw ProblemException.invalid(name + " is not " + least + " to " + most + ".");
        }
        return chosen;
    }
}
