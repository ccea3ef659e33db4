package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Affordance;
import org.kithway.connector.Affordance.Action;
import org.kithway.connector.Affordance.Towards;
import org.kithway.connector.Connector;
import org.kithway.connector.Descriptor;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.Settings;
import org.kithway.connector.linkedin.LinkedInReader.Part;
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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads LinkedIn's Basic and Complete data exports, whole or file by file. */
public final class LinkedInConnector implements Connector {
    private static final int MOST_PEEKED_AT = 16;
    private static final int PEEKED_BYTES = 4 << 10;

    /** Enough for the header after the longest preamble. */
    private static final int HEAD_BYTES = 32 << 10;

    private static final Pattern DATED =
            Pattern.compile("LinkedInDataExport_(\\d{2})-(\\d{2})-(\\d{4})");

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    Accounts.LINKEDIN,
                    "LinkedIn",
                    Set.of(
                            Accounts.LINKEDIN,
                            Accounts.TWITTER,
                            Site.EMAIL,
                            new Site("facebook"),
                            new Site("instagram"),
                            new Site("github"),
                            new Site("myspace"),
                            new Site("blogger"),
                            new Site("mastodon")),
                    List.of(
                            "Open linkedin.com, click Me and then Settings & Privacy.",
                            "Choose Data privacy, then Get a copy of your data.",
                            "Choose the larger data archive and click Request archive.",
                            "Wait for LinkedIn's e-mail: a first part comes within minutes, the"
                                    + " complete archive within a day.",
                            "Follow its link, download the archive, and upload the zip file as it"
                                    + " is."),
                    List.of(
                            "your profile: name, headline, summary, industry, place, Twitter"
                                    + " handles, links to your profiles elsewhere, confirmed"
                                    + " e-mail addresses",
                            "your positions, education, skills, certificates, courses, languages,"
                                    + " projects, publications, patents, honors, volunteering,"
                                    + " organizations, and whom and what you follow",
                            "your connections: name, profile, e-mail address, company, position,"
                                    + " date",
                            "invitations: who asked whom, and when",
                            "messages: who wrote to whom, when, and among how many",
                            "endorsements and recommendations, given and received",
                            "your articles, posts and comments that all members may read"),
                    List.of(
                            "what messages and invitations say",
                            "phone numbers, addresses, zip codes, birth dates",
                            "address books that you uploaded",
                            "job applications and preferences, searches, log-ins, payments,"
                                    + " advertisement data",
                            "reactions, votes, saved items, learning, causes that you care about",
                            "conversations with LinkedIn's own assistants"),
                    Set.of(
                            new Affordance(Action.INTRODUCTION, Towards.CONTACTS),
                            new Affordance(Action.MESSAGE, Towards.CONTACTS),
                            new Affordance(Action.FOLLOW, Towards.ANYONE),
                            new Affordance(Action.COMMENT, Towards.ANYONE)),
                    List.of());

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean recognizes(Export export) throws IOException {
        List<String> likeliestFirst =
                export.entries().stream()
                        .filter(FileKind::isTable)
                        .sorted(Comparator.comparing(entry -> FileKind.byName(entry) == null))
                        .limit(MOST_PEEKED_AT)
                        .toList();
        for (String entry : likeliestFirst) {
            CsvFile.Layout layout;
            try {
                layout = layout(export, entry, PEEKED_BYTES);
            } catch (ExportException e) {
                continue;
            }
            if (layout != null && isTelling(layout.kind(), entry)) {
                return true;
            }
        }
        return false;
    }

    /** A single column called Name could be anybody's: the file's name has to agree. */
    private static boolean isTelling(FileKind kind, String entry) {
        return kind.isTelling() || FileKind.byName(entry) == kind;
    }

    @Override
    public Reader open(Export export, Settings settings) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (String entry : export.entries()) {
            Part part =
                    FileKind.isTable(entry)
                            ? part(export, entry)
                            : Articles.isArticle(entry) ? new Part.Article(entry) : null;
            if (part != null) {
                parts.add(part);
            }
        }
        parts.sort(Comparator.comparing(Part::rank).thenComparing(Part::entry));
        return new LinkedInReader(export, exportedAt(export), parts);
    }

    /** What the entry is, or null if it is not among the files that are read. */
    private static @Nullable Part part(Export export, String entry) throws IOException {
        FileKind named = FileKind.byName(entry);
        try {
            CsvFile.Layout layout = layout(export, entry, HEAD_BYTES);
            if (layout != null) {
                boolean read =
                        layout.kind() != FileKind.MESSAGES || !FileKind.isWithAssistant(entry);
                return read ? new Part.Readable(entry, layout) : null;
            }
            return named == null
                    ? null
                    : new Part.Faulty(
                            entry,
                            named,
                            "the file has none of the columns that a file of this name has:"
                                    + " export it again and upload it as it is");
        } catch (ExportException e) {
            return named == null
                    ? null
                    : new Part.Faulty(entry, named, LinkedInReader.unreadable(e));
        }
    }

    private static CsvFile.@Nullable Layout layout(Export export, String entry, int bytes)
            throws IOException {
        try (InputStream in = export.open(entry)) {
            return CsvFile.Layout.of(entry, in.readNBytes(bytes));
        }
    }

    /** The day in the name that LinkedIn gives its archives, else when the files were written. */
    private static @Nullable Instant exportedAt(Export export) {
        String names = export.name() + ' ' + export.entries().stream().findFirst().orElse("");
        Matcher date = DATED.matcher(names);
        if (date.find()) {
            try {
                return LocalDate.of(
                                Integer.parseInt(date.group(3)),
                                Integer.parseInt(date.group(1)),
                                Integer.parseInt(date.group(2)))
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                return export.writtenAt();
            }
        }
        return export.writtenAt();
    }
}
