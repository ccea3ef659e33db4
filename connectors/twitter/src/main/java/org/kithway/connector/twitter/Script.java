package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;
import org.kithway.connector.JsonLayout;
import org.kithway.connector.JsonRecords;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .js} file: {@code window.YTD.tweets.part0 =} or {@code Grailbird.data.tweets_2014_09 =}
 * before JSON.
 */
final class Script {
    /** What stands before the JSON is shorter. */
    static final int LONGEST_ASSIGNMENT = 300;

    private static final int BUFFER = 1 << 14;

    private static final Pattern ASSIGNMENT =
            Pattern.compile(
                    "\ufeff?\\s*(?:var\\s+)?([A-Za-z_][\\w.]*)\\s*=\\s*(\\[\\s*])?.*",
                    Pattern.DOTALL);

    private Script() {}

    /**
     * What the beginning of a file says of it.
     *
     * @param variable what the JSON is assigned to
     * @param isEmpty whether the JSON is a list of nothing
     */
    record Head(String variable, boolean isEmpty) {
        /** Null if the file does not begin with an assignment. */
        static @Nullable Head of(String beginning) {
            Matcher parts = ASSIGNMENT.matcher(beginning);
            return parts.matches() ? new Head(parts.group(1), parts.group(2) != null) : null;
        }
    }

    /**
     * The objects of a file's list, or the one object that it holds, each out of its wrapper: in
     * 2018 and 2019 some records lay bare.
     */
    static JsonRecords open(Export export, String entry, String wrapper, Set<String> wanted)
            throws IOException {
        return open(
                export, entry, JsonLayout.OUTERMOST.unwrapped(wrapper).keeping(wanted::contains));
    }

    /** The records behind the assignment. */
    static JsonRecords open(Export export, String entry, JsonLayout layout) throws IOException {
        InputStream bytes = new BufferedInputStream(export.open(entry), BUFFER);
        try {
            int c = bytes.read();
            for (int i = 0; c >= 0 && c != '=' && i < LONGEST_ASSIGNMENT; i++) {
                c = bytes.read();
            }
            return layout.open(entry, bytes);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }
}
