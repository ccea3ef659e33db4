package org.kithway.connector.mail;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.MailAddress;
import org.kithway.model.AccountId;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody whom a header names: RFC 5322, and what mail programs make of it.
 *
 * @param name what the person is called there, or null
 * @param account the address
 */
record Mailbox(@Nullable String name, AccountId account) {
    private static final int LONGEST_NAME = 200;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern INVERTED = Pattern.compile("([^,]+), ([^,]+)");

    /** What stands behind a name and a comma without being a first name. */
    private static final Set<String> SUFFIXES =
            Set.of(
                    "jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "cpa", "mba", "inc", "llc",
                    "ltd", "gmbh", "ag", "sa", "co");

    /** The people in a header, in its order; what names nobody is passed over. */
    static List<Mailbox> list(String header) {
        return new Parser(header).parsed;
    }

    /** Tells the parts of a header apart. */
    private static final class Parser {
        private final List<Mailbox> parsed = new ArrayList<>();
        private final StringBuilder phrase = new StringBuilder();
        private final StringBuilder address = new StringBuilder();
        private final StringBuilder comment = new StringBuilder();
        private boolean angled;
        private String carried = "";

        Parser(String header) {
            int at = 0;
            while (at < header.length()) {
                char c = header.charAt(at);
                switch (c) {
                    case '"' -> at = quoted(header, at + 1);
                    case '(' -> at = comment(header, at + 1);
                    case '<' -> at = angled(header, at + 1);
                    case ',', ';' -> finish(c == ',');
                    case ':' -> phrase.setLength(0);
                    default -> phrase.append(c);
                }
                at++;
            }
            finish(false);
        }

        /** Where the closing quote stands. */
        private int quoted(String header, int from) {
            int at = from;
            while (at < header.length() && header.charAt(at) != '"') {
                if (header.charAt(at) == '\\' && at + 1 < header.length()) {
                    at++;
                }
                phrase.append(header.charAt(at));
                at++;
            }
            return at;
        }

        private int comment(String header, int from) {
            int depth = 1;
            int at = from;
            for (; at < header.length(); at++) {
                char c = header.charAt(at);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0) {
                    break;
                }
                comment.append(c);
            }
            return at;
        }

        private int angled(String header, int from) {
            int close = header.indexOf('>', from);
            int end = close < 0 ? header.length() : close;
            // A route stands before the last colon.
            String content = header.substring(from, end).replace("<", "");
            int route = content.startsWith("@") ? content.lastIndexOf(':') : -1;
            address.append(content, route + 1, content.length());
            angled = true;
            return end;
        }

        private void finish(boolean byComma) {
            String text = phrase.toString().strip();
            AccountId account = MailAddress.account(angled ? address.toString() : text);
            if (account != null) {
                String name =
                        angled
                                ? carried.isEmpty() ? text : carried + ", " + text
                                : comment.toString();
                parsed.add(new Mailbox(readable(name), account));
            }
            // "Quell, Ada <ada@…>" without quotes: the comma was part of the name.
            boolean carry = byComma && !angled && account == null && carried.isEmpty();
            carried = carry ? text : "";
            phrase.setLength(0);
            address.setLength(0);
            comment.setLength(0);
            angled = false;
        }
    }

    /** The name as people write it; null if it says no more than an address, or not who it is. */
    static @Nullable String readable(String written) {
        String name = BLANKS.matcher(EncodedWords.decode(written)).replaceAll(" ").strip();
        while (name.length() > 1 && isQuoted(name)) {
            name = name.substring(1, name.length() - 1).strip();
        }
        boolean told =
                !name.isEmpty()
                        && name.length() <= LONGEST_NAME
                        && name.indexOf('@') < 0
                        && name.indexOf('\uFFFD') < 0
                        && !name.contains("=?")
                        && !name.contains(" via ")
                        && name.codePoints().anyMatch(Character::isLetter);
        if (!told) {
            return null;
        }
        Matcher inverted = INVERTED.matcher(name);
        boolean turn =
                inverted.matches()
                        && !SUFFIXES.contains(
                                inverted.group(2).replace(".", "").toLowerCase(Locale.ROOT));
        return turn ? inverted.group(2) + ' ' + inverted.group(1) : name;
    }

    private static boolean isQuoted(String name) {
        char first = name.charAt(0);
        return (first == '\'' || first == '"') && name.charAt(name.length() - 1) == first;
    }
}
