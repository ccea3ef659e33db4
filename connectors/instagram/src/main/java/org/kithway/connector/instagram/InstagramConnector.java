package org.kithway.connector.instagram;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Affordance;
import org.kithway.connector.Affordance.Action;
import org.kithway.connector.Affordance.Towards;
import org.kithway.connector.Connector;
import org.kithway.connector.Descriptor;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.Setting;
import org.kithway.connector.Settings;
import org.kithway.connector.instagram.InstagramReader.Part;
import org.kithway.model.Site;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Instagram hands its members, in JSON and in HTML, since 2021. */
public final class InstagramConnector implements Connector {
    /** The sites of whose accounts a profile may tell. */
    static final Set<Site> SITES =
            Set.of(
                    People.INSTAGRAM,
                    new Site("linkedin"),
                    new Site("twitter"),
                    new Site("facebook"),
                    new Site("github"),
                    new Site("myspace"),
                    new Site("blogger"),
                    new Site("mastodon"));

    private static final Setting<ZoneId> TIME_ZONE =
            Setting.optional(
                    "timeZone",
                    "the account's time zone, such as Europe/Berlin; pages of HTML write times in"
                            + " it without naming it",
                    ZoneId::of,
                    "UTC");

    private static final Setting<Boolean> KEEP_TEXTS =
            Setting.optional(
                    "keepTexts",
                    "true to keep also the captions of a private account and what you commented,"
                            + " of which the archive does not say who may read it; else false",
                    InstagramConnector::truth,
                    "false");

    private static final int MOST_PEEKED_AT = 16;
    private static final int PEEKED_BYTES = 64 << 10;
    private static final int PEEKED_OF_JSON = 3 << 10;
    private static final int PEEKED_OF_PAGE = 20 << 10;

    /** Enough for the names of all who take part in a conversation. */
    private static final int HEAD_BYTES = 32 << 10;

    private static final Pattern DATED =
            Pattern.compile("^instagram-.*?(20\\d{2})-?(\\d{2})-?(\\d{2})");

    /** Folders that only the site's archives have: conversations and posts look like others'. */
    private static final Pattern OWN_FOLDER =
            Pattern.compile(
                    "(?i)(?:^|/)(?:your_instagram_activity|followers_and_following"
                            + "|instagram[^/]*)/");

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    People.INSTAGRAM,
                    "Instagram",
                    SITES,
                    List.of(
                            "Open accountscenter.instagram.com, click Your information and"
                                    + " permissions and then Export your information.",
                            "Click Create export, choose your Instagram profile, then Export to"
                                    + " device.",
                            "Under Customize information keep at least: Followers and following,"
                                    + " Messages, Comments, Likes, Media, Story interactions,"
                                    + " Personal information.",
                            "Choose Date range: All time, Format: JSON, Media quality: Lower"
                                    + " quality, and start the export.",
                            "Wait for Instagram's notice, download all parts, and upload each zip"
                                    + " file as it is."),
                    List.of(
                            "your profile: name, user name, bio, website",
                            "followers, whom you follow, close friends, at Instagram and Threads:"
                                    + " user name and date",
                            "follow requests, sent and received",
                            "messages: who wrote to whom, when, and among how many",
                            "likes, comments and story interactions: whose publication, and when",
                            "the captions of your posts, if your account is public",
                            "hashtags that you follow"),
                    List.of(
                            "what messages say",
                            "e-mail address, telephone number, birthday, gender",
                            "contacts uploaded from your telephone",
                            "blocked and restricted accounts, from whom you hide stories",
                            "searches, locations, log-ins, devices, advertisement data and topics",
                            "photos, videos, stories, saved posts, suggestions"),
                    Set.of(
                            new Affordance(Action.MESSAGE, Towards.ANYONE),
                            new Affordance(Action.FOLLOW, Towards.ANYONE),
                            new Affordance(Action.COMMENT, Towards.ANYONE),
                            new Affordance(Action.MENTION, Towards.ANYONE)),
                    List.of(TIME_ZONE, KEEP_TEXTS));

    private static boolean truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean recognizes(Export export) throws IOException {
        boolean own = export.entries().stream().anyMatch(entry -> OWN_FOLDER.matcher(entry).find());
        List<String> likeliestFirst =
                export.entries().stream()
                        .filter(entry -> FileKind.isJson(entry) || FileKind.isPage(entry))
                        .sorted(Comparator.comparingInt(InstagramConnector::unlikelihood))
                        .limit(MOST_PEEKED_AT)
                        .toList();
        int left = PEEKED_BYTES;
        for (String entry : likeliestFirst) {
            int bytes = Math.min(left, FileKind.isPage(entry) ? PEEKED_OF_PAGE : PEEKED_OF_JSON);
            left -= bytes;
            Layout layout;
            try {
                layout = bytes == 0 ? null : layout(export, entry, bytes);
            } catch (ExportException e) {
                continue;
            }
            if (layout != null && (own || layout.isTelling())) {
                return true;
            }
        }
        return false;
    }

    private static int unlikelihood(String entry) {
        FileKind named = FileKind.byName(entry);
        return (named == null ? 1_000 : named.ordinal()) + (FileKind.isPage(entry) ? 100 : 0);
    }

    @Override
    public Reader open(Export export, Settings settings) throws IOException {
        Set<String> entries = new HashSet<>(export.entries());
        Partners partners = new Partners();
        List<Part> parts = new ArrayList<>();
        for (String entry : export.entries()) {
            boolean twice =
                    FileKind.isPage(entry)
                            && entries.contains(
                                    entry.substring(0, entry.lastIndexOf('.')) + ".json");
            Part part = twice ? null : part(export, entry, partners);
            if (part != null) {
                parts.add(part);
            }
        }
        parts.sort(Comparator.comparing(Part::kind).thenComparing(Part::entry));
        return new InstagramReader(
                export,
                exportedAt(export),
                parts,
                partners.likelyOwner(),
                settings.get(TIME_ZONE),
                settings.get(KEEP_TEXTS));
    }

    /** What the entry is, or null if it is not among the files that are read. */
    private static @Nullable Part part(Export export, String entry, Partners partners)
            throws IOException {
        if (!FileKind.isJson(entry) && !FileKind.isPage(entry)) {
            return null;
        }
        FileKind named = FileKind.byName(entry);
        try {
            Layout layout = layout(export, entry, HEAD_BYTES);
            if (layout != null) {
                partners.note(layout);
                return new Part.Readable(entry, layout.kind());
            }
            return named == null
                    ? null
                    : new Part.Faulty(
                            entry,
                            named,
                            "the file holds nothing that a file of this name has: export it again"
                                    + " and upload it as it is");
        } catch (ExportException e) {
            return named == null
                    ? null
                    : new Part.Faulty(entry, named, InstagramReader.unreadable(e));
        }
    }

    private static @Nullable Layout layout(Export export, String entry, int bytes)
            throws IOException {
        try (InputStream in = export.open(entry)) {
            return Layout.of(entry, in.readNBytes(bytes));
        }
    }

    /** The day in the name that Instagram gives its archives, else when the files were written. */
    private static @Nullable Instant exportedAt(Export export) {
        Matcher date = DATED.matcher(export.name());
        if (date.find()) {
            try {
                return LocalDate.of(
                                Integer.parseInt(date.group(1)),
                                Integer.parseInt(date.group(2)),
                                Integer.parseInt(date.group(3)))
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                return export.writtenAt();
            }
        }
        return export.writtenAt();
    }
}
