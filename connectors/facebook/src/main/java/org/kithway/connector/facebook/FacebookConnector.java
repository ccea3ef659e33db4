package org.kithway.connector.facebook;

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
import org.kithway.connector.facebook.FacebookReader.Part;
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

/** Reads what Facebook hands its members, in JSON and in HTML, of every generation. */
public final class FacebookConnector implements Connector {
    /** The sites of whose accounts a profile may tell. */
    static final Set<Site> SITES =
            Set.of(
                    People.FACEBOOK,
                    Site.EMAIL,
                    new Site("linkedin"),
                    new Site("twitter"),
                    new Site("instagram"),
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
                    "true to keep what you posted and commented, though the archive does not say"
                            + " who may read it; else false",
                    FacebookConnector::truth,
                    "false");

    private static final int MOST_PEEKED_AT = 16;
    private static final int PEEKED_BYTES = 64 << 10;
    private static final int PEEKED_OF_JSON = 3 << 10;
    private static final int PEEKED_OF_PAGE = 20 << 10;

    /** Enough for the names of all who take part in a conversation. */
    private static final int HEAD_BYTES = 32 << 10;

    private static final Pattern DATED =
            Pattern.compile("^facebook-.*?(20\\d{2})-?(\\d{2})-?(\\d{2})");

    /** Folders and files that only Instagram's archives have; their conversations look alike. */
    private static final Pattern OF_INSTAGRAM =
            Pattern.compile(
                    "(?i)(?:^|/)(?:your_instagram_activity|followers_and_following"
                            + "|ads_and_topics|instagram[^/]*)/");

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    People.FACEBOOK,
                    "Facebook",
                    SITES,
                    List.of(
                            "Open accountscenter.facebook.com, click Your information and"
                                    + " permissions and then Export your information.",
                            "Click Create export, choose your Facebook profile, then Export to"
                                    + " device.",
                            "Under Customize information keep at least: Messages, Friends and"
                                    + " followers, Comments and reactions, Posts, Groups, Pages,"
                                    + " Profile information.",
                            "Choose Date range: All time, Format: JSON, Media quality: Lower"
                                    + " quality, and start the export.",
                            "Wait for Facebook's notice, download all parts, and upload each zip"
                                    + " file as it is."),
                    List.of(
                            "your profile: name, address, e-mail addresses, city, languages, work,"
                                    + " education, websites",
                            "friends and friend requests: name and date",
                            "whom you follow and who follows you: name and date",
                            "messages: who wrote to whom, when, and among how many",
                            "your comments, reactions and posts: towards whom, and when; their"
                                    + " texts only if switched on",
                            "groups that you joined or lead, pages that you like or follow"),
                    List.of(
                            "what messages say",
                            "telephone numbers, addresses, birthday, gender, family, relationships",
                            "religion, politics, health",
                            "contacts uploaded from your telephone",
                            "searches, locations, log-ins, payments, advertisement data",
                            "photos, videos, stories, events, suggested friends"),
                    Set.of(
                            new Affordance(Action.INTRODUCTION, Towards.CONTACTS),
                            new Affordance(Action.MESSAGE, Towards.ANYONE),
                            new Affordance(Action.FOLLOW, Towards.ANYONE),
                            new Affordance(Action.COMMENT, Towards.CONTACTS),
                            new Affordance(Action.COMMENT, Towards.SHARED_GROUP),
                            new Affordance(Action.MENTION, Towards.CONTACTS)),
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
        boolean foreign =
                export.entries().stream().anyMatch(entry -> OF_INSTAGRAM.matcher(entry).find());
        List<String> likeliestFirst =
                export.entries().stream()
                        .filter(entry -> FileKind.isJson(entry) || FileKind.isPage(entry))
                        .sorted(Comparator.comparingInt(FacebookConnector::unlikelihood))
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
            if (layout != null && !(foreign && isShared(layout.kind(), entry))) {
                return true;
            }
        }
        return false;
    }

    /** Conversations and pages of HTML look as in Instagram's archives. */
    private static boolean isShared(FileKind kind, String entry) {
        return kind.isThread() || FileKind.isPage(entry);
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
        return new FacebookReader(
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
                    : new Part.Faulty(entry, named, FacebookReader.unreadable(e));
        }
    }

    private static @Nullable Layout layout(Export export, String entry, int bytes)
            throws IOException {
        try (InputStream in = export.open(entry)) {
            return Layout.of(entry, in.readNBytes(bytes));
        }
    }

    /** The day in the name that Facebook gives its archives, else when the files were written. */
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
