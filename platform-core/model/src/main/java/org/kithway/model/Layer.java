package org.kithway.model;

import org.jspecify.annotations.Nullable;

/**
 * Who sees a derived statement: the whole organization, or one member who alone uploaded what it
 * rests on.
 *
 * @param member null for the organization's layer
 */
public record Layer(@Nullable MemberId member) implements Comparable<Layer> {
    public static final Layer ORGANIZATION = new Layer(null);

    public static Layer of(MemberId member) {
        return new Layer(member);
    }

    public boolean isOrganization() {
        return member == null;
    }

    @Override
    public int compareTo(Layer other) {
        return toString().compareTo(other.toString());
    }

    /** {@code organization} or {@code member:<id>}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return member == null ? "organization" : "member:" + member;
    }

    /**
     * @throws IllegalArgumentException if the text is not what {@link #toString} writes
     */
    public static Layer parse(String text) {
        if (text.equals("organization")) {
            return ORGANIZATION;
        }
        if (text.startsWith("member:")) {
            return of(new MemberId(text.substring("member:".length())));
        }
        throw new IllegalArgumentException("layer is neither organization nor member:<id>");
    }
}
