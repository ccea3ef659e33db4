package org.kithway.connector.blogger;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Affordance;
import org.kithway.connector.Affordance.Action;
import org.kithway.connector.Affordance.Towards;
import org.kithway.connector.Connector;
import org.kithway.connector.Descriptor;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.Settings;
import org.kithway.model.Site;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads blogs: Blogger's own export of one, and all of them as Google Takeout hands them out. */
public final class BloggerConnector implements Connector {
    private static final int MOST_PEEKED_AT = 16;
    private static final int PEEKED_BYTES = 4 << 10;

    /** {@code blog-11-24-2026.xml} and {@code takeout-20261124T101112Z-001.zip}. */
    private static final Pattern DATED =
            Pattern.compile(
                    "blog-(?<m>\\d\\d)-(?<d>\\d\\d)-(?<y>\\d{4})"
                            + "|takeout-(?<y2>\\d{4})(?<m2>\\d\\d)(?<d2>\\d\\d)T\\d{6}Z");

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    Author.BLOGGER,
                    "Blogger",
                    Set.of(Author.BLOGGER, Author.GOOGLE_PLUS, Site.EMAIL),
                    List.of(
                            "Open takeout.google.com, signed in with the account of your blog.",
                            "Click Deselect all, then choose Blogger alone.",
                            "Click Next step, keep the zip format, and click Create export.",
                            "Wait for Google's e-mail, download the archive, and upload the zip"
                                    + " file as it is.",
                            "If you still have a file blog-MM-DD-YYYY.xml from Settings, Back up"
                                    + " content, upload that one: it is read as well."),
                    List.of(
                            "published posts and pages: author, title, labels, text, address, time",
                            "published comments: author, text, time, and whom they answer",
                            "names and profile numbers of authors, and e-mail addresses that they"
                                    + " show"),
                    List.of(
                            "drafts, scheduled, deleted and unapproved posts and comments, spam",
                            "the blog's settings, among them its lists of e-mail addresses",
                            "templates, pictures, places",
                            "comments without a name"),
                    Set.of(
                            new Affordance(Action.COMMENT, Towards.ANYONE),
                            new Affordance(Action.FOLLOW, Towards.ANYONE)),
                    List.of());

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean recognizes(Export export) throws IOException {
        List<String> likeliestFirst =
                candidates(export).stream()
                        .sorted(Comparator.comparing(entry -> !Feed.isNamedSo(entry)))
                        .limit(MOST_PEEKED_AT)
                        .toList();
        for (String entry : likeliestFirst) {
            try {
                if (begins(export, entry)) {
                    return true;
                }
            } catch (ExportException e) {
                continue;
            }
        }
        return false;
    }

    @Override
    public Reader open(Export export, Settings settings) throws IOException {
        List<Feed> feeds = new ArrayList<>();
        for (String entry : candidates(export)) {
            Feed feed = feed(export, entry);
            if (feed != null) {
                feeds.add(feed);
            }
        }
        // Who wrote the posts is to be known where others comment on them.
        feeds.sort(
                Comparator.comparing((Feed feed) -> !feed.hasPosts()).thenComparing(Feed::entry));
        return new BloggerReader(export, exportedAt(export, feeds), feeds);
    }

    private static List<String> candidates(Export export) {
        List<String> entries = export.entries();
        return entries.size() == 1 ? entries : entries.stream().filter(Feed::mayBe).toList();
    }

    private static boolean begins(Export export, String entry) throws IOException {
        try (InputStream in = export.open(entry)) {
            return Feed.begins(in.readNBytes(PEEKED_BYTES));
        }
    }

    /** What the entry is, or null if it is not among the files that are read. */
    private static @Nullable Feed feed(Export export, String entry) throws IOException {
        boolean named = Feed.isNamedSo(entry) || export.entries().size() == 1;
        try {
            return begins(export, entry)
                    ? Feed.of(export, entry)
                    : named ? Feed.unknown(entry) : null;
        } catch (ExportException e) {
            return named ? Feed.unknown(entry) : null;
        }
    }

    /** The day in the name that the sites give, else when the files were written or changed. */
    private static @Nullable Instant exportedAt(Export export, List<Feed> feeds) {
        String names =
                Stream.concat(Stream.of(export.name()), feeds.stream().map(Feed::entry))
                        .collect(Collectors.joining("\n"));
        Matcher date = DATED.matcher(names);
        if (date.find()) {
            boolean own = date.group("y") != null;
            try {
                return LocalDate.of(
                                Integer.parseInt(date.group(own ? "y" : "y2")),
                                Integer.parseInt(date.group(own ? "m" : "m2")),
                                Integer.parseInt(date.group(own ? "d" : "d2")))
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                // a name like any other
            }
        }
        return export.writtenAt() != null
                ? export.writtenAt()
                : feeds.stream()
                        .map(Feed::updatedAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }
}
