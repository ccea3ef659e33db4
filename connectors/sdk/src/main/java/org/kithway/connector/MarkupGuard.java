package org.kithway.connector;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stands before a parser of markup, which holds a whole text or tag in memory: cuts those that are
 * longer than any that a site writes, {@value #LONGEST} characters.
 */
public final class MarkupGuard extends FilterReader {
    /** Longest text or tag in characters. */
    static final int LONGEST = 1 << 18;

    private int length;

    public MarkupGuard(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        int kept = 0;
        while (kept == 0) {
            int read = in.read(target, offset, count);
            if (read <= 0) {
                return read;
            }
            for (int i = offset; i < offset + read; i++) {
                char c = target[i];
                length = c == '<' || c == '>' ? 0 : length + 1;
                if (length <= LONGEST) {
                    target[offset + kept++] = c;
                }
            }
        }
        return kept;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
