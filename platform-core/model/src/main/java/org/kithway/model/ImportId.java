package org.kithway.model;

import java.util.regex.Pattern;

/** One import of one archive. */
public record ImportId(String value) implements Comparable<ImportId> {
    private static final Pattern LEGAL = Pattern.compile("imp_[a-z0-9]{1,40}");

    public ImportId {
        if (!LEGAL.matcher(value).matches()) {
            throw new IllegalArgumentException("import id is not imp_ and 1 to 40 of a-z 0-9");
        }
    }

    @Override
    public int compareTo(ImportId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
