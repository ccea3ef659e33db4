package org.kithway.model;

import java.util.regex.Pattern;

/** A member of an organization. */
public record MemberId(String value) implements Comparable<MemberId> {
    private static final Pattern LEGAL = Pattern.compile("mem_[a-z0-9]{1,40}");

    public MemberId {
        if (!LEGAL.matcher(value).matches()) {
            throw new IllegalArgumentException("member id is not mem_ and 1 to 40 of a-z 0-9");
        }
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
