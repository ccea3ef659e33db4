package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the owner published: {@code Shares.csv} and {@code Comments.csv}. */
final class Posts {
    /** All that a post's visibility says when every member may read it. */
    private static final Set<String> FOR_ALL = Set.of("PUBLIC", "MEMBER_NETWORK", "ANYONE");

    /** The site writes each line break of a post as a quote, the break, and a quote. */
    private static final Pattern QUOTED_BREAK = Pattern.compile("\"\\r?\\n\"");

    private Posts() {}

    /** {@code Shares.csv}. */
    static Reading share(Row row) throws UnreadableCell {
        String visibility = row.text("Visibility");
        if (visibility != null && !FOR_ALL.contains(visibility.toUpperCase(Locale.ROOT))) {
            return row.withhold("not public");
        }
        String text = row.text("ShareCommentary");
        return published(
                row,
                Fact.Form.POST,
                text == null ? "" : QUOTED_BREAK.matcher(text).replaceAll("\n"),
                row.text("ShareLink"));
    }

    /** {@code Comments.csv}. */
    static Reading comment(Row row) throws UnreadableCell {
        String text = row.text("Message");
        return published(row, Fact.Form.COMMENT, text == null ? "" : text, row.text("Link"));
    }

    private static Reading published(Row row, Fact.Form form, String text, @Nullable String link)
            throws UnreadableCell {
        if (link != null && link.contains("groupPost")) {
            return row.withhold("written in a group");
        }
        if (text.isBlank()) {
            return row.withhold("no text");
        }
        return row.keep(new Fact.Published(AccountId.OWNER, form, text, link, row.time("Date")));
    }
}
