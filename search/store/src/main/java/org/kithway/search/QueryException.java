package org.kithway.search;

/** A query that cannot be read; says where and how to mend it. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int position;

    /**
     * @param position of the first character that cannot be read, from 0
     */
    public QueryException(int position, String message) {
        super(message);
        this.position = position;
    }

    public int position() {
        return position;
    }
}
