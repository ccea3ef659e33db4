package org.kithway.connector;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * An archive, a folder or a single file that a site handed its member. The only way to files that a
 * connector has; several threads may read at once.
 */
public interface Export {
    /** The file's or folder's own name, without its path. */
    String name();

    /**
     * Paths of all files, separated by {@code /}, sorted, without what operating systems add
     * ({@code __MACOSX}, {@code .DS_Store}).
     */
    List<String> entries();

    /** When the newest entry was written by its own account, or null where that is not recorded. */
    @Nullable Instant writtenAt();

    /**
     * The entry's content, to be closed by the caller.
     *
     * @throws ExportException if the entry breaks a limit or cannot be unpacked; reading may throw
     *     it as well
     * @throws java.io.FileNotFoundException if there is no such entry
     */
    InputStream open(String entry) throws IOException;
}
