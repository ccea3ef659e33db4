package org.kithway.model;

/** An organization: the name of its own room in every store. */
public record OrganizationId(String value) implements Comparable<OrganizationId> {
    public OrganizationId {
        if (!value.matches("[a-z0-9][a-z0-9-]{0,30}")) {
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
