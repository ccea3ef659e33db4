package org.kithway.connector.blogger;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.XmlElement;
import org.kithway.connector.XmlStream;
import org.kithway.model.AccountId;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One blog's file: what is known of it before its entries are read.
 *
 * @param entry where it lies in the export
 * @param blog the blog's number, or null if it does not say
 * @param owner the author whom the feed itself names, or null
 * @param writers the authors of the posts among its first entries
 * @param updatedAt when the blog was last changed, or null if it does not say
 * @param hasPosts whether there are posts among its first entries
 */
record Feed(
        String entry,
        @Nullable String blog,
        @Nullable Author owner,
        Map<AccountId, Author> writers,
        boolean hasPosts,
        @Nullable Instant updatedAt) {
    private static final String DIALECT_OF_2018 = "http://schemas.google.com/blogger/2018";

    /** Whether all of these have one author is taken for true of the rest. */
    private static final int ENTRIES_LOOKED_AT = 1000;

    private static final Pattern BLOG = Pattern.compile("tag:blogger\\.com,1999:blog-(\\d{1,25})");
    private static final Pattern NAMED =
            Pattern.compile("(?i)(?:.*/)?(?:feed\\.atom|blog-\\d\\d-\\d\\d-\\d{4}[^/]*\\.xml)");

    /** Whether a file of that name may be a blog's: other files of an export are not opened. */
    static boolean mayBe(String entry) {
        String name = entry.toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") || name.endsWith(".atom");
    }

    /** Whether the sites call a blog's file so. */
    static boolean isNamedSo(String entry) {
        return NAMED.matcher(entry).matches();
    }

    /**
     * Whether a file that begins so is a blog's.
     *
     * @param head may end anywhere
     */
    static boolean begins(byte[] head) throws IOException {
        try (XmlStream xml = XmlStream.open(new ByteArrayInputStream(head))) {
            if (!xml.root().name().equals("feed")) {
                return false;
            }
            if (xml.root().declares(DIALECT_OF_2018)
                    || new String(head, StandardCharsets.ISO_8859_1).contains(Entry.KIND)) {
                return true;
            }
            for (XmlElement child = xml.next(); child != null; child = xml.next()) {
                if (child.name().equals("id")) {
                    return number(child.text()) != null;
                }
            }
            return false;
        } catch (ExportException e) {
            return false; // neither well-formed nor long enough to tell
        }
    }

    /** A file that is called like a blog's and does not begin like one. */
    static Feed unknown(String entry) {
        return new Feed(entry, null, null, Map.of(), false, null);
    }

    /** Reads the beginning of a blog's file; what is wrong with it is said where it is read. */
    static Feed of(Export export, String entry) throws IOException {
        String blog = null;
        Author owner = null;
        Instant updatedAt = null;
        boolean hasPosts = false;
        Map<AccountId, Author> writers = new TreeMap<>();
        try (XmlStream xml = XmlStream.open(export.open(entry))) {
            int left = ENTRIES_LOOKED_AT;
            for (XmlElement child = xml.next(); child != null && left > 0; child = xml.next()) {
                switch (child.name()) {
                    case "id" -> blog = number(child.text());
                    case "updated" -> updatedAt = instant(child.text());
                    case "author" -> owner = Author.of(child);
                    case Entry.ENTRY -> {
                        left--;
                        Entry first = new Entry(child);
                        if (first.isArticle()) {
                            hasPosts = true;
                            Author author = first.author();
                            if (author != null && writers.size() < 2) {
                                writers.put(author.account(), author);
                            }
                        }
                        if (hasPosts && (owner != null || writers.size() > 1)) {
                            left = 0;
                        }
                    }
                    default -> {}
                }
            }
        } catch (ExportException e) {
            // The rest is not needed here.
        }
        return new Feed(entry, blog, owner, writers, hasPosts, updatedAt);
    }

    private static @Nullable String number(String id) {
        Matcher blog = BLOG.matcher(id);
        return blog.lookingAt() ? blog.group(1) : null;
    }

    private static @Nullable Instant instant(String time) {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The kind of file: the same in every export of the blog. */
    String kind() {
        return blog == null ? "blog" : "blog " + blog;
    }
}
