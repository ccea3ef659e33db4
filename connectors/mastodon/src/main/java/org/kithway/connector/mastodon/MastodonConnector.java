package org.kithway.connector.mastodon;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Affordance;
import org.kithway.connector.Affordance.Action;
import org.kithway.connector.Affordance.Towards;
import org.kithway.connector.Connector;
import org.kithway.connector.Descriptor;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.JsonRecords;
import org.kithway.connector.Setting;
import org.kithway.connector.Settings;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.Site;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Mastodon's archives and its table of followed accounts. */
public final class MastodonConnector implements Connector {
    static final Setting<String> SERVER =
            Setting.optional(
                    "server",
                    "your server, such as social.example, where a table alone names accounts"
                            + " without it; else empty",
                    MastodonConnector::server,
                    "");

    private static final int MOST_PEEKED_AT = 16;
    private static final Pattern DATED = Pattern.compile("archive-(\\d{8})");

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    Accounts.MASTODON,
                    "Mastodon",
                    sites(),
                    List.of(
                            "Open your server in a browser, then Preferences, Import and export,"
                                    + " Data export.",
                            "Click Request your archive, and wait for the mail that says it is"
                                    + " ready.",
                            "Download the archive from the same page and upload it as it is.",
                            "Also download the table of those whom you follow (CSV), for the archive"
                                    + " does not hold them, and upload it as well."),
                    List.of(
                            "your account: name, description, your other accounts that it names",
                            "whom you follow",
                            "your public and unlisted posts: texts, hashtags, and whom they answer,"
                                    + " mention or boost",
                            "posts that are not public: whom you wrote to, and when",
                            "whose posts you liked"),
                    List.of(
                            "the texts of posts that are not public",
                            "bookmarks, lists, filters",
                            "whom you blocked or muted",
                            "pictures and films"),
                    Set.of(
                            new Affordance(Action.MESSAGE, Towards.ANYONE),
                            new Affordance(Action.FOLLOW, Towards.ANYONE),
                            new Affordance(Action.COMMENT, Towards.ANYONE),
                            new Affordance(Action.MENTION, Towards.ANYONE)),
                    List.of(SERVER));

    private static Set<Site> sites() {
        Set<Site> sites = new HashSet<>(Profile.LABELS.keySet());
        sites.add(Accounts.MASTODON);
        sites.add(Profile.LINKEDIN);
        return sites;
    }

    private static String server(String text) {
        String host = text.strip().toLowerCase(Locale.ROOT);
        if (!host.isEmpty() && !Accounts.isHost(host)) {
            throw new IllegalArgumentException("not the name of a server");
        }
        return host;
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean recognizes(Export export) throws IOException {
        for (String entry : Part.likeliestFirst(export).stream().limit(MOST_PEEKED_AT).toList()) {
            try {
                String head = Part.head(export, entry, Part.HEAD_BYTES);
                if (Part.kindBy(entry, head) != null) {
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
        List<Part> parts = Part.of(export);
        Owner owner = owner(export, parts);
        String server = settings.get(SERVER);
        if (owner.host() == null && !server.isEmpty()) {
            owner = new Owner(owner.account(), server);
        }
        return new MastodonReader(export, owner, exportedAt(export), parts);
    }

    private static Owner owner(Export export, List<Part> parts) {
        for (Part part : parts) {
            if (part.kind() == FileKind.ACTOR && part.fault() == null) {
                try (JsonRecords actors = Json.object(export, part.entry(), FileKind.ACTOR)) {
                    JsonRecord actor = actors.next();
                    return actor == null ? new Owner(null, null) : Profile.owner(actor);
                } catch (UnreadableRecord | IOException e) {
                    continue; // told when it is read as a part
                }
            }
        }
        return new Owner(null, null);
    }

    /** The day in the archive's name, else when its files were written. */
    private static @Nullable Instant exportedAt(Export export) {
        Matcher date = DATED.matcher(export.name());
        if (date.find()) {
            try {
                return LocalDate.parse(date.group(1), DateTimeFormatter.BASIC_ISO_DATE)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                return export.writtenAt();
            }
        }
        return export.writtenAt();
    }
}
