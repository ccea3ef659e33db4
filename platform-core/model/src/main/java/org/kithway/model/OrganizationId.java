package org.kithway.model;

import java.util.regex.Pattern;

/** An organization: the name of its own room in every store. */
public record OrganizationId(String value) implements Comparable<OrganizationId> {
    private static final Pattern LEGAL = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");

    public OrganizationId {
        if (!LEGAL.matcher(value).matches()) {
            throw new IllegalArgumentException("organization id is not 1 to 31 of a-z 0-9 -");
        }
    }

    @Override
    public int compareTo(OrganizationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
