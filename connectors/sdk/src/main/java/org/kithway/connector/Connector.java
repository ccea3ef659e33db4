package org.kithway.connector;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/**
 * Reads the exports of one site. Found through {@link java.util.ServiceLoader}; made once, without
 * arguments; used by several threads at once, so it holds no state of its own.
 */
public interface Connector {
    /** What this connector is and reads; always equal. */
    Descriptor descriptor();

    /**
     * Whether the export is one of this site, by what it holds: the entries' names are hints, for
     * exports name them in the member's language. Opens at most 16 entries and reads at most 64 KiB
     * in all.
     *
     * @throws IOException if the export cannot be read
     */
    boolean recognizes(Export export) throws IOException;

    /**
     * A cursor over the export. Opening the same export with the same settings again gives the same
     * readings in the same order, in every locale and time zone: an interrupted import goes on by
     * reading again and passing over what it has.
     *
     * @throws IOException if the export cannot be read
     */
    Reader open(Export export, Settings settings) throws IOException;

    /**
     * A cursor over one export, used by one thread at a time. Memory does not grow with the
     * export's size.
     */
    interface Reader extends Closeable {
        /**
         * The next reading, or null at the end. Bad records are readings too, never exceptions.
         *
         * @throws IOException only when the export itself cannot be read on
         */
        @Nullable Reading read() throws IOException;

        /** What the export says of itself; known from the start. */
        Manifest manifest();
    }

    /**
     * What an export says of itself.
     *
     * @param exportedAt when the site made it, or null if it does not say
     * @param owner the account whose export it is, or null if it does not say
     * @param parts the entries that will be read, each with the kind of file that it is: a later
     *     export's files take the place of an earlier one's of the same kind, if they could be read
     *     to their ends and hold anything
     */
    record Manifest(
            @Nullable Instant exportedAt, @Nullable AccountId owner, Map<String, String> parts) {
        public Manifest {
            parts = Map.copyOf(parts);
        }
    }
}
