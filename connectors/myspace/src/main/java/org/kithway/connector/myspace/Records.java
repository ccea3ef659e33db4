package org.kithway.connector.myspace;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;

/** The records of one capture, in whatever notation. */
interface Records extends Closeable {
    /** The fields that hold records, by the names that the interfaces of all ages give them. */
    Set<String> LISTS = Set.of("entry", "list", "friends", "Friends", "people", "person");

    /** What Apache Shindig's reference data call the friends of each person. */
    String LINKS = "friendLinks";

    /** What the answers of remote procedure calls are wrapped in. */
    String WRAPPER = "result";

    /** The next record, or null at the end. */
    @Nullable Node next() throws IOException;
}
