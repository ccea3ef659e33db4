package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that are read, in the order in which they are read: first those that show who the owner
 * is. A file is told by the columns of its header, since LinkedIn names files in the member's
 * language; by its English name only where headers are equal or damaged.
 */
enum FileKind {
    PROFILE(
            "profile",
            "profile",
            Set.of("First Name", "Headline"),
            Set.of("Headline", "Summary", "Industry")),
    EMAIL_ADDRESSES("email-addresses", "emailaddresses", Set.of("Email Address", "Confirmed")),
    CONNECTIONS(
            "connections",
            "connections",
            Set.of("First Name", "Connected On"),
            Set.of("Last Name", "Connected On"),
            Set.of("URL", "Connected On"),
            Set.of("First Name", "Last Name", "Company", "Position")),
    INVITATIONS(
            "invitations",
            "invitations",
            Set.of("From", "To", "Sent At"),
            Set.of("Sent At", "Direction"),
            Set.of("From", "To", "Direction", "Message"),
            Set.of("inviterProfileUrl"),
            Set.of("inviterProfileUrn")),
    MESSAGES(
            "messages",
            "messages",
            Set.of("CONVERSATION ID", "SENDER PROFILE URL"),
            Set.of("SENDER PROFILE URL", "RECIPIENT PROFILE URLS"),
            Set.of("CONVERSATION ID", "FROM", "TO"),
            Set.of("From", "To", "Content", "Folder")),
    ENDORSEMENTS_GIVEN(
            "endorsements-given",
            "endorsementgiveninfo",
            Set.of("Endorsee Public Url"),
            Set.of("Endorsee First Name")),
    ENDORSEMENTS_RECEIVED(
            "endorsements-received",
            "endorsementreceivedinfo",
            Set.of("Endorser Public Url"),
            Set.of("Endorser First Name")),
    RECOMMENDATIONS_GIVEN(
            "recommendations-given",
            "recommendationsgiven",
            Set.of("Job Title", "Text", "Creation Date"),
            Set.of("Job Title", "Text", "Status")),
    RECOMMENDATIONS_RECEIVED(
            "recommendations-received",
            "recommendationsreceived",
            Set.of("Job Title", "Text", "Creation Date"),
            Set.of("Job Title", "Text", "Status")),
    /** Given or received: the columns are the same, and the file's name does not say it. */
    RECOMMENDATIONS(
            "recommendations",
            "recommendations",
            Set.of("Job Title", "Text", "Creation Date"),
            Set.of("Job Title", "Text", "Status")),
    POSITIONS(
            "positions",
            "positions",
            Set.of("Company Name", "Title", "Started On"),
            Set.of("Company Name", "Title", "Location")),
    EDUCATION("education", "education", Set.of("School Name")),
    SKILLS("skills", "skills"),
    COMPANY_FOLLOWS("company-follows", "companyfollows", Set.of("Organization", "Followed On")),
    SHARES("shares", "shares", Set.of("ShareCommentary"), Set.of("ShareLink")),
    COMMENTS("comments", "comments", Set.of("Date", "Link", "Message"));

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]");

    /** Conversations with the site's own assistants; their headers equal those of messages. */
    private static final Pattern ASSISTANT = Pattern.compile("guide|coach|learning|roleplay");

    private final String label;
    private final String stem;
    private final List<Set<String>> signatures;

    @SafeVarargs
    FileKind(String label, String stem, Set<String>... signatures) {
        this.label = label;
        this.stem = stem;
        this.signatures = List.of(signatures);
    }

    /** The kind's name in a manifest. */
    String label() {
        return label;
    }

    /**
     * The kind whose header these cells are, or null. Of several kinds with this header it is the
     * one that the entry's name tells, else the last.
     *
     * @param first whether no record stands before
     */
    static @Nullable FileKind of(String entry, List<String> cells, boolean first) {
        Header header = new Header(cells);
        List<FileKind> fitting =
                Stream.of(values()).filter(kind -> kind.isHeadedBy(header, cells, first)).toList();
        if (fitting.isEmpty()) {
            return null;
        }
        String stem = stem(entry);
        return fitting.stream()
                .filter(kind -> stem.contains(kind.stem))
                .findFirst()
                .orElse(fitting.getLast());
    }

    private boolean isHeadedBy(Header header, List<String> cells, boolean first) {
        if (this == SKILLS) {
            return first && cells.size() == 1 && header.has("Name");
        }
        return signatures.stream().anyMatch(header::hasAll);
    }

    /** The kind that the entry's name tells, or null. */
    static @Nullable FileKind byName(String entry) {
        String stem = stem(entry);
        return Stream.of(values()).filter(kind -> kind.stem.equals(stem)).findFirst().orElse(null);
    }

    static boolean isTable(String entry) {
        return entry.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    static boolean isWithAssistant(String entry) {
        return ASSISTANT.matcher(stem(entry)).find();
    }

    /** The file's name without folder, ending, numbers and separators: {@code companyfollows}. */
    private static String stem(String entry) {
        String name = entry.substring(entry.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return NO_LETTERS.matcher(dot < 0 ? name : name.substring(0, dot)).replaceAll("");
    }
}
