package org.kithway.registry;

import org.jspecify.annotations.Nullable;

/**
 * What became of one file's records: {@code read = kept + withheld + rejected}.
 *
 * @param path the file's path in the export
 * @param part the kind of file
 * @param note what is to be said of the file as a whole
 * @param faulty whether the file as a whole could not be read as it should: it needs attention
 * @param whole whether it could be read to its end
 */
public record FileLedger(
        String path,
        String part,
        long read,
        long kept,
        long withheld,
        long rejected,
        @Nullable String note,
        boolean faulty,
        boolean whole) {}
