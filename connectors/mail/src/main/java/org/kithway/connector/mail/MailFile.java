package org.kithway.connector.mail;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The headers of the mails in a file, one mail after the other. Memory is bounded by one mail's
 * headers: bodies are passed over in the stream, and no more of a line is looked at than tells
 * whether the next mail begins there.
 *
 * <p>In a mailbox a mail begins with a line {@code From sender date} that a header follows. Neither
 * is enough alone: texts hold lines that begin with {@code From}, escaped or not, and many programs
 * leave out the blank line before, which the format asks for.
 */
final class MailFile implements Closeable {
    /** Most bytes of one mail's headers that are held. */
    static final int MOST = 256 << 10;

    private static final int LONGEST_SEPARATOR = 1000;
    private static final int LONGEST_NAME = 256;
    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

    /**
     * The sender may hold blanks; a UTC offset stands before the year at Gmail, behind elsewhere.
     */
    private static final Pattern SEPARATOR =
            Pattern.compile(
                    "From (?:-|\\S.*?) +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +"
                            + "(?:[A-Z][a-z]{2,8} +\\d{1,2}|\\d{1,2} +[A-Z][a-z]{2,8}),? +"
                            + "\\d{1,2}:\\d{2}(?::\\d{2})?(?: +(?:[+-]\\d{4}|[A-Z]{1,5}))* +\\d{4}"
                            + "(?: +(?:[+-]\\d{4}|[A-Z]{1,5}))? *");

    /** The headers that are held; all others pass by. */
    private static final Set<String> READ =
            Set.of(
                    "from",
                    "to",
                    "cc",
                    "bcc",
                    "date",
                    "message-id",
                    "in-reply-to",
                    "delivered-to",
                    "return-path",
                    "x-gmail-labels",
                    "list-id",
                    "list-post",
                    "list-unsubscribe",
                    "mailing-list",
                    "x-mailing-list",
                    "precedence",
                    "auto-submitted",
                    "x-autoreply",
                    "x-autorespond",
                    "x-auto-response-suppress",
                    "x-spam-flag");

    private final InputStream in;
    private final boolean mailbox;
    private final byte[] buffer = new byte[1 << 16];
    private int begin;
    private int end;
    private boolean ended;
    private boolean started;
    private long read;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    /**
     * @param mailbox whether the file holds mails behind separators, rather than a single one
     */
    MailFile(InputStream in, boolean mailbox) {
        this.in = in;
        this.mailbox = mailbox;
    }

    /**
     * The next mail's headers, or null at the end. Empty headers stand for what precedes the first
     * mail of a damaged mailbox.
     */
    @Nullable Headers next() throws IOException {
        if (!started) {
            started = true;
            if (!mailbox) {
                return available(1) ? headers() : null;
            }
            boolean stray = passBody();
            if (stray) {
                return Headers.NONE;
            }
        }
        if (!available(1)) {
            return null;
        }
        passLine();
        Headers headers = headers();
        passBody();
        return headers;
    }

    /** How many bytes of the file were read so far. */
    long read() {
        return read;
    }

    /** Whether a text begins as a mailbox does. */
    static boolean isMailbox(byte[] head) throws IOException {
        try (MailFile file = new MailFile(InputStream.nullInputStream(), true)) {
            file.end = Math.min(head.length, file.buffer.length);
            System.arraycopy(head, 0, file.buffer, 0, file.end);
            return file.atSeparator();
        }
    }

    /** Passes over lines up to a separator or the end; whether one of them held anything. */
    private boolean passBody() throws IOException {
        boolean any = false;
        while (available(1) && !atSeparator()) {
            any |= buffer[begin] != '\n' && buffer[begin] != '\r';
            passLine();
        }
        return any;
    }

    /** Reads headers up to the blank line behind them, which is passed over, too. */
    private Headers headers() throws IOException {
        kept.reset();
        boolean keeping = false;
        boolean any = false;
        while (available(1) && !(mailbox && atSeparator())) {
            byte first = buffer[begin];
            if (first == '\n' || first == '\r') {
                passLine();
                break;
            }
            any = true;
            if (first == ' ' || first == '\t') {
                passLine(keeping, ' ');
            } else {
                String name = name();
                keeping = name != null && READ.contains(name);
                passLine(keeping, '\n');
            }
        }
        return any ? Headers.of(kept.toByteArray()) : Headers.NONE;
    }

    /** The name of the header that begins here, in lower case; null if none does. */
    private @Nullable String name() throws IOException {
        available(LONGEST_NAME);
        int colon = colon(begin);
        return colon < 0
                ? null
                : new String(buffer, begin, colon - begin, StandardCharsets.ISO_8859_1)
                        .strip()
                        .toLowerCase(Locale.ROOT);
    }

    /** Where the colon of a header stands that begins at the place; -1 if none does. */
    private int colon(int from) {
        int at = from;
        int most = Math.min(end, from + LONGEST_NAME);
        while (at < most && buffer[at] > ' ' && buffer[at] < 127 && buffer[at] != ':') {
            at++;
        }
        boolean named = at > from;
        while (at < most && (buffer[at] == ' ' || buffer[at] == '\t')) {
            at++;
        }
        return named && at < most && buffer[at] == ':' ? at : -1;
    }

    private boolean atSeparator() throws IOException {
        if (buffer[begin] != 'F' || !available(FROM.length)) {
            return false;
        }
        for (int i = 1; i < FROM.length; i++) {
            if (buffer[begin + i] != FROM[i]) {
                return false;
            }
        }
        available(LONGEST_SEPARATOR + LONGEST_NAME);
        int most = Math.min(end, begin + LONGEST_SEPARATOR);
        int feed = begin;
        while (feed < most && buffer[feed] != '\n') {
            feed++;
        }
        if (feed == most) {
            return false;
        }
        int stop = buffer[feed - 1] == '\r' ? feed - 1 : feed;
        String line = new String(buffer, begin, stop - begin, StandardCharsets.ISO_8859_1);
        return colon(feed + 1) >= 0 && SEPARATOR.matcher(line).matches();
    }

    private void passLine() throws IOException {
        passLine(false, '\n');
    }

    /** Passes over a line, holding it behind a mark if wanted. */
    private void passLine(boolean keep, char mark) throws IOException {
        boolean first = true;
        while (available(1)) {
            int at = begin;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (keep) {
                if (first) {
                    kept.write(mark);
                    first = false;
                }
                kept.write(buffer, begin, Math.min(at - begin, Math.max(0, MOST - kept.size())));
            }
            boolean over = at < end;
            begin = over ? at + 1 : at;
            if (over) {
                return;
            }
        }
    }

    /** Brings so many bytes into the buffer, if there are; whether there are. */
    private boolean available(int wanted) throws IOException {
        if (end - begin < wanted && !ended) {
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            end -= begin;
            begin = 0;
            while (end < wanted && !ended) {
                int count = in.read(buffer, end, buffer.length - end);
                ended = count < 0;
                read += Math.max(0, count);
                end += Math.max(0, count);
            }
        }
        return end - begin >= wanted;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
