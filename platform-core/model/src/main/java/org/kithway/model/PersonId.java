package org.kithway.model;

import java.util.regex.Pattern;

/** A person: everything that is known of accounts that belong to one human being. */
public record PersonId(String value) implements Comparable<PersonId> {
    private static final Pattern LEGAL = Pattern.compile("per_[a-z0-9]{1,64}");

    public PersonId {
        if (!LEGAL.matcher(value).matches()) {
            throw new IllegalArgumentException("person id is not per_ and 1 to 64 of a-z 0-9");
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
