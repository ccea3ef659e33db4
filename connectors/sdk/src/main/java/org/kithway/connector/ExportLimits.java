package org.kithway.connector;

/**
 * What an export may cost whoever opens it. Limits hold for what is really unpacked; sizes that an
 * archive declares are never trusted.
 *
 * @param entries most files in an archive
 * @param entryBytes most bytes of one file, unpacked
 * @param totalBytes most bytes of all files together, unpacked
 * @param ratio most bytes that one packed byte may become, once {@code graceBytes} were unpacked
 * @param graceBytes unpacked bytes of an entry from which on the ratio is watched
 * @param pathLength longest path in characters
 */
public record ExportLimits(
        int entries, long entryBytes, long totalBytes, int ratio, long graceBytes, int pathLength) {
    private static final long MIB = 1 << 20;

    public static final ExportLimits DEFAULT =
            new ExportLimits(200_000, 20_480 * MIB, 20_480 * MIB, 200, 10 * MIB, 1024);
}
