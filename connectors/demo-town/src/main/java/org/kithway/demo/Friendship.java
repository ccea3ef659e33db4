package org.kithway.demo;

import java.time.LocalDate;

/**
 * Two people who are connected on the site; {@code a} is below {@code b}.
 *
 * @param strength how well they know each other: above 0 (took each other's card once) up to 1
 *     (close)
 * @param since the day on which the second of them accepted
 */
public record Friendship(int a, int b, double strength, LocalDate since) {
    /** The one who is not {@code person}. */
    public int other(int person) {
        return person == a ? b : a;
    }
}
