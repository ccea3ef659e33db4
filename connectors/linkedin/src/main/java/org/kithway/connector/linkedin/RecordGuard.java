package org.kithway.connector.linkedin;

import java.io.IOException;
import java.io.Reader;

/**
 * Stands before the CSV parser, which holds a whole cell in memory and cannot go on after one that
 * is too long: cuts every record to a bounded length, and marks what it cut in a last cell of its
 * own. So an over-long record costs itself alone, and a quote that is never closed costs no memory.
 *
 * <p>Follows the parser's rules: a quote opens a quoted cell only at the cell's beginning, and in a
 * cell that began quoted every further quote closes or opens. Where quotes are escaped by a
 * backslash they are doubled on the way, as the parser knows them.
 */
final class RecordGuard extends Reader {
    /** Longest record in characters; LinkedIn's own limits lie far below. */
    static final int LONGEST = 1 << 20;

    /** Most cells of a record. */
    static final int MOST_CELLS = 1000;

    /** The last cell of a record that was cut. */
    static final String CUT = "\uFFFE";

    /** The last cell of a record in which the file ended inside of quotes. */
    static final String UNCLOSED = "\uFFFF";

    private static final int END = -1;

    private final Reader in;
    private final char separator;
    private final boolean backslashes;
    private final char[] buffer = new char[8192];
    private int position;
    private int limit;

    private String pending = "";
    private int pendingPosition;

    private boolean quoted;
    private boolean quotedCell;
    private boolean cellStart = true;
    private boolean dropping;
    private int length;
    private int cells = 1;

    RecordGuard(Reader in, char separator, boolean backslashes) {
        this.in = in;
        this.separator = separator;
        this.backslashes = backslashes;
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        int read = 0;
        while (read < count) {
            int c =
                    pendingPosition < pending.length()
                            ? pending.charAt(pendingPosition++)
                            : passed();
            if (c == END) {
                break;
            }
            target[offset + read++] = (char) c;
        }
        return read == 0 && count > 0 ? END : read;
    }

    /** The next character that goes through to the parser. */
    private int passed() throws IOException {
        for (int c = next(); c != END; c = next()) {
            boolean wasQuoted = quoted;
            boolean escaped = backslashes && quoted && c == '\\' && isEscapable(peek());
            if (escaped) {
                c = next();
            } else if (endsRecord((char) c)) {
                dropping = false;
                length = 0;
                cells = 1;
                return c;
            }
            if (dropping) {
                continue;
            }
            length++;
            if (length > LONGEST || cells > MOST_CELLS) {
                dropping = true;
                return instead(wasQuoted, CUT);
            }
            return escaped && c == '"' ? instead("\"\"") : isMark(c) ? '\uFFFD' : c;
        }
        if (quoted && !dropping) {
            quoted = false;
            return instead(true, UNCLOSED);
        }
        return END;
    }

    /** Takes the character into account; whether it ends the record. */
    private boolean endsRecord(char c) {
        if (quoted) {
            quoted = c != '"';
            return false;
        }
        if (c == '"' && (cellStart || quotedCell)) {
            quoted = true;
            quotedCell = true;
            cellStart = false;
            return false;
        }
        boolean end = c == '\n' || c == '\r';
        cellStart = end || c == separator;
        if (cellStart) {
            quotedCell = false;
            cells++;
        }
        return end;
    }

    private int instead(boolean closeQuote, String mark) {
        return instead((closeQuote ? "\"" : "") + separator + mark);
    }

    private int instead(String text) {
        pending = text;
        pendingPosition = 1;
        return text.charAt(0);
    }

    private static boolean isEscapable(int c) {
        return c == '"' || c == '\\';
    }

    private static boolean isMark(int c) {
        return c == '\uFFFE' || c == '\uFFFF';
    }

    private int next() throws IOException {
        return peek() == END ? END : buffer[position++];
    }

    private int peek() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return position == limit ? END : buffer[position];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
