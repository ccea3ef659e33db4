package org.kithway.identity.name;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A position's title in any of eight languages, understood: "ex-CFO" is a former executive in
 * finance, "Assistant to the CEO" is no executive.
 *
 * @param seniority how high, as far as the words tell
 * @param functions what it is about; mostly one, none if the words do not tell
 * @param former whether it is said to be left behind
 */
public record Title(Seniority seniority, Set<JobFunction> functions, boolean former) {
    public Title {
        functions =
                Collections.unmodifiableSet(
                        functions.isEmpty()
                                ? EnumSet.noneOf(JobFunction.class)
                                : EnumSet.copyOf(functions));
    }

    /** Reads a title; any text is one. Of long texts the first 200 characters count. */
    public static Title of(String title) {
        return TitleWords.read(title);
    }
}
