package org.kithway.connector.contacts;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;

/**
 * A file of vCards, of which one is in memory at a time. Only the lines of properties that are read
 * ever are: photographs, notes and whatever else a card holds pass by.
 */
final class VCardFile implements ContactsReader.Contacts {
    /** Longest line, and longest card of the lines that are kept, in characters. */
    static final int LONGEST = 1 << 16;

    private static final Set<String> READ =
            Set.of(
                    "VERSION",
                    "FN",
                    "N",
                    "EMAIL",
                    "ORG",
                    "TITLE",
                    "ROLE",
                    "URL",
                    "X-SOCIALPROFILE",
                    "X-TWITTER",
                    "KIND",
                    "X-ADDRESSBOOKSERVER-KIND",
                    "X-ABSHOWAS",
                    "REV");

    private final Reader in;
    private final boolean phones;
    private final char[] buffer = new char[8192];
    private int position;
    private int limit;

    private final StringBuilder line = new StringBuilder();
    private final StringBuilder card = new StringBuilder();
    private int depth;
    private boolean begun;
    private boolean tooLong;
    private boolean stray;
    private boolean keeping;
    private boolean softBreak;
    private String property = "";

    /**
     * @param phones whether telephone numbers are read
     */
    VCardFile(Reader in, boolean phones) {
        this.in = in;
        this.phones = phones;
    }

    @Override
    public @Nullable Contact next() throws IOException, UnreadableContact {
        if (begun) {
            begin();
        }
        while (nextLine()) {
            String content = line.toString().strip();
            if (content.isEmpty()) {
                continue;
            }
            if (is(content, "BEGIN:VCARD")) {
                if (depth > 0 && property.equals("AGENT")) {
                    depth++;
                } else if (depth > 0) {
                    // The card before has lost its end, and nothing else.
                    begun = true;
                    return contact();
                } else {
                    begin();
                }
            } else if (is(content, "END:VCARD")) {
                if (depth == 1) {
                    return contact();
                }
                depth = Math.max(0, depth - 1);
            } else if (depth == 1) {
                take();
            } else if (depth == 0 && !stray) {
                stray = true;
                throw new UnreadableContact("lines that belong to no card: export the file again");
            }
        }
        if (depth > 0) {
            depth = 0;
            throw new UnreadableContact("the file ends within this card: export it again", true);
        }
        return null;
    }

    private void begin() {
        begun = false;
        stray = false;
        tooLong = false;
        keeping = false;
        softBreak = false;
        property = "";
        depth = 1;
        card.setLength(0);
    }

    private Contact contact() throws UnreadableContact {
        depth = 0;
        if (tooLong) {
            throw new UnreadableContact(
                    "a line of the card, or all together, are longer than "
                            + LONGEST
                            + " characters: shorten the entry and export it again");
        }
        return Card.parse(card.toString());
    }

    /** Keeps the line if it belongs to a property that is read. */
    private void take() {
        char first = line.charAt(0);
        boolean folded = first == ' ' || first == '\t';
        if (!folded && !softBreak) {
            String name = propertyName();
            if (name == null) {
                // Base64 that is not indented, or what an editor broke.
                return;
            }
            property = name;
            keeping = READ.contains(name) || (phones && name.equals("TEL"));
        }
        softBreak = isQuotedPrintable(folded) && line.charAt(line.length() - 1) == '=';
        if (!keeping) {
            return;
        }
        tooLong |= line.length() >= LONGEST || card.length() + line.length() >= LONGEST;
        if (!tooLong) {
            card.append(line).append("\r\n");
        }
    }

    /** Whether a line that ends in {@code =} goes on in the next. */
    private boolean isQuotedPrintable(boolean folded) {
        if (folded || softBreak) {
            return softBreak;
        }
        int colon = line.indexOf(":");
        return line.substring(0, colon).toUpperCase(Locale.ROOT).contains("QUOTED-PRINTABLE");
    }

    /** The name before {@code :} or {@code ;}, without its group; null if the line has none. */
    private @Nullable String propertyName() {
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ':' || c == ';') {
                boolean named = i > from && line.indexOf(":", i) >= 0;
                return named ? line.substring(from, i).toUpperCase(Locale.ROOT) : null;
            }
            if (c == '.') {
                from = i + 1;
            } else if (!Character.isLetterOrDigit(c) && c != '-' && c != '_') {
                return null;
            }
        }
        return null;
    }

    private static boolean is(String content, String line) {
        return content.equalsIgnoreCase(line);
    }

    /** Reads a line, of which no more than can be used is held; false at the end. */
    private boolean nextLine() throws IOException {
        line.setLength(0);
        boolean any = false;
        while (true) {
            if (position == limit) {
                position = 0;
                limit = Math.max(0, in.read(buffer, 0, buffer.length));
                if (limit == 0) {
                    return any;
                }
            }
            any = true;
            int from = position;
            while (position < limit && buffer[position] != '\n' && buffer[position] != '\r') {
                position++;
            }
            line.append(buffer, from, Math.min(position - from, LONGEST - line.length()));
            if (position < limit) {
                // CRLF makes an empty line besides, which says nothing.
                position++;
                return true;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
