package org.kithway.connector;

/**
 * Adds up what an export really unpacks to, each entry once, however often and by how many threads
 * it is read.
 */
final class Meter {
    private final String export;
    private final ExportLimits limits;
    private long total;

    Meter(String export, ExportLimits limits) {
        this.export = export;
        this.limits = limits;
    }

    /** One entry's share. */
    final class Share {
        private final String entry;
        private final long mostByRatio;
        private long furthest;

        private Share(String entry, long mostByRatio) {
            this.entry = entry;
            this.mostByRatio = mostByRatio;
        }

        /**
         * Notes that the entry was read up to a position.
         *
         * @throws ExportException if that breaks a limit
         */
        void reach(long position) throws ExportException {
            synchronized (Meter.this) {
                if (position <= furthest) {
                    return;
                }
                total += position - furthest;
                furthest = position;
                if (position > limits.entryBytes()) {
                    throw refusal("is larger than " + limits.entryBytes() + " bytes");
                }
                if (position > limits.graceBytes() && position > mostByRatio) {
                    throw refusal("unpacks to over " + limits.ratio() + " times its packed size");
                }
                if (total > limits.totalBytes()) {
                    throw new ExportException(
                            export
                                    + " is larger than "
                                    + limits.totalBytes()
                                    + " bytes when unpacked: hand in the parts that you need");
                }
            }
        }

        private ExportException refusal(String what) {
            return new ExportException(
                    entry + " in " + export + " " + what + ": leave it out, or raise the limit");
        }
    }

    /** The share of an entry that is not packed. */
    Share plain(String entry) {
        return new Share(entry, Long.MAX_VALUE);
    }

    /** The share of an entry that fills that many bytes of the archive. */
    Share packed(String entry, long bytes) {
        return new Share(
                entry,
                bytes > Long.MAX_VALUE / limits.ratio() ? Long.MAX_VALUE : bytes * limits.ratio());
    }
}
