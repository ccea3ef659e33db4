package org.kithway.connector.blogger;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.XmlElement;
import org.kithway.model.Fact;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One entry of a blog's feed, in either dialect: that of 2008, in which a category tells the kind
 * of entry, and that of 2018, in which elements of Blogger's own do.
 */
record Entry(XmlElement element) {
    static final String ENTRY = "entry";

    /** How categories of the older dialect that tell the kind of entry begin. */
    static final String KIND = "http://schemas.google.com/blogger/2008/kind#";

    private static final String KINDS = "http://schemas.google.com/g/2005#kind";
    private static final String LABELS = "http://www.blogger.com/atom/ns#";
    private static final String LABELS_OF_A_BLOG = "tag:blogger.com,1999:blog-";
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S{1,2000}");

    /** What an entry is. */
    enum Kind {
        POST,
        PAGE,
        COMMENT,
        SETTINGS,
        TEMPLATE
    }

    @Nullable String id() {
        return element.text("id");
    }

    /** What the entry is, or null if it says nothing that is known here. */
    @Nullable Kind kind() {
        String kind =
                Stream.concat(
                                element.children("category")
                                        .filter(c -> KINDS.equals(c.attribute("scheme")))
                                        .map(c -> c.attribute("term"))
                                        .map(t -> t == null ? "" : t.replace(KIND, "")),
                                element.children("type").map(XmlElement::text))
                        .findFirst()
                        .orElse("");
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "post" -> Kind.POST;
            case "page" -> Kind.PAGE;
            case "comment" -> Kind.COMMENT;
            case "settings" -> Kind.SETTINGS;
            case "template" -> Kind.TEMPLATE;
            default -> null;
        };
    }

    boolean isArticle() {
        Kind kind = kind();
        return kind == Kind.POST || kind == Kind.PAGE;
    }

    /** The rule by which the entry is not for all to see, or null if it is. */
    @Nullable String hiddenBy() {
        XmlElement control = element.child("control");
        if (control != null && "yes".equals(control.text("draft"))) {
            return "draft";
        }
        if (element.text("trashed") != null) {
            return "deleted";
        }
        String status = element.text("status");
        return switch (status == null ? "LIVE" : status) {
            case "LIVE" -> null;
            case "DRAFT" -> "draft";
            case "SCHEDULED" -> "not yet published";
            case "SOFT_TRASHED" -> "deleted";
            case "SPAM_COMMENT" -> "spam";
            default -> "not published";
        };
    }

    @Nullable Author author() {
        return Author.of(element.child("author"));
    }

    /** The id of the post that a comment is about. */
    @Nullable String post() {
        XmlElement old = element.child("in-reply-to");
        return old == null ? element.text("parent") : old.attribute("ref");
    }

    /**
     * What names the comment that this comment answers: its id, or the address of its own entry.
     */
    @Nullable String answered() {
        String id = element.text("inReplyTo");
        return id == null ? link("related") : id;
    }

    /** The address of the entry itself, by which answers name a comment in the older dialect. */
    @Nullable String self() {
        return link("self");
    }

    /** Where readers find the entry, if the export says so. */
    @Nullable String address() {
        String address = link("alternate");
        return address != null && ADDRESS.matcher(address).matches() ? address : null;
    }

    private @Nullable String link(String relation) {
        return element.children("link")
                .filter(link -> relation.equals(link.attribute("rel")))
                .findFirst()
                .map(link -> link.attribute("href"))
                .orElse(null);
    }

    /**
     * When the entry was published, or null if it does not say.
     *
     * @throws UnreadableEntry if it says so in a way that cannot be read
     */
    @Nullable Instant publishedAt() throws UnreadableEntry {
        String published = element.text("published");
        if (published == null) {
            return null;
        }
        try {
            Instant at = OffsetDateTime.parse(published).toInstant();
            if (at.getEpochSecond() >= Fact.FIRST_SECOND
                    && at.getEpochSecond() <= Fact.LAST_SECOND) {
                return at;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new UnreadableEntry(
                "'published' is not a time such as 2008-04-15T09:28:00.000-07:00: export the blog"
                        + " again");
    }

    /** The words of a comment. */
    String words() {
        String content = element.text("content");
        return content == null ? "" : Html.text(content);
    }

    /** Title, labels and words of a post or page. */
    String article() {
        String title = element.text("title");
        String heading = title == null ? "" : Html.heading(title);
        List<String> labels =
                element.children("category")
                        .filter(Entry::isLabel)
                        .map(category -> category.attribute("term"))
                        .filter(label -> label != null)
                        .distinct()
                        .toList();
        return Stream.of(heading, String.join(", ", labels), words())
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }

    private static boolean isLabel(XmlElement category) {
        String scheme = category.attribute("scheme");
        return scheme != null && (scheme.equals(LABELS) || scheme.startsWith(LABELS_OF_A_BLOG));
    }
}
