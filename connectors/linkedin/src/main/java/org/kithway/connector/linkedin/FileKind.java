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
            List.of(
                    "First Name",
                    "Last Name",
                    "Headline",
                    "Summary",
                    "Industry",
                    "Geo Location",
                    "Twitter Handles"),
            Set.of("First Name", "Headline"),
            Set.of("Headline", "Summary", "Industry")),
    EMAIL_ADDRESSES(
            "email-addresses", "emailaddresses", List.of(), Set.of("Email Address", "Confirmed")),
    CONNECTIONS(
            "connections",
            "connections",
            List.of(
                    "First Name",
                    "Last Name",
                    "Email Address",
                    "Company",
                    "Position",
                    "Connected On"),
            Set.of("First Name", "Connected On"),
            Set.of("Last Name", "Connected On"),
            Set.of("URL", "Connected On")),
    INVITATIONS(
            "invitations",
            "invitations",
            List.of("From", "To", "Sent At", "Direction"),
            Set.of("From", "To", "Sent At"),
            Set.of("Sent At", "Direction"),
            Set.of("From", "To", "Direction", "Message"),
            Set.of("inviterProfileUrl"),
            Set.of("inviterProfileUrn")),
    MESSAGES(
            "messages",
            "messages",
            List.of("FROM", "TO", "FOLDER"),
            Set.of("CONVERSATION ID", "SENDER PROFILE URL"),
            Set.of("SENDER PROFILE URL", "RECIPIENT PROFILE URLS"),
            Set.of("CONVERSATION ID", "FROM", "TO"),
            Set.of("From", "To", "Content", "Folder")),
    ENDORSEMENTS_GIVEN(
            "endorsements-given",
            "endorsementgiveninfo",
            List.of(
                    "Endorsement Date",
                    "Endorsee First Name",
                    "Endorsee Last Name",
                    "Endorsee Public Url"),
            Set.of("Endorsee Public Url"),
            Set.of("Endorsee First Name")),
    ENDORSEMENTS_RECEIVED(
            "endorsements-received",
            "endorsementreceivedinfo",
            List.of(
                    "Endorsement Date",
                    "Endorser First Name",
                    "Endorser Last Name",
                    "Endorser Public Url"),
            Set.of("Endorser Public Url"),
            Set.of("Endorser First Name")),
    RECOMMENDATIONS_GIVEN(
            "recommendations-given",
            "recommendationsgiven",
            List.of("First Name", "Last Name", "Text", "Creation Date", "Status"),
            Set.of("Job Title", "Text", "Creation Date"),
            Set.of("Job Title", "Text", "Status")),
    RECOMMENDATIONS_RECEIVED(
            "recommendations-received",
            "recommendationsreceived",
            List.of("First Name", "Last Name", "Text", "Creation Date", "Status"),
            Set.of("Job Title", "Text", "Creation Date"),
            Set.of("Job Title", "Text", "Status")),
    /** Given or received: the columns are the same, and the file's name does not say it. */
    RECOMMENDATIONS(
            "recommendations",
            "recommendations",
            List.of(),
            Set.of("Job Title", "Text", "Creation Date"),
            Set.of("Job Title", "Text", "Status")),
    POSITIONS(
            "positions",
            "positions",
            List.of(
                    "Company Name",
                    "Title",
                    "Description",
                    "Location",
                    "Started On",
                    "Finished On"),
            Set.of("Company Name", "Title", "Started On"),
            Set.of("Company Name", "Title", "Location")),
    EDUCATION(
            "education",
            "education",
            List.of("Degree Name", "Notes", "Start Date", "End Date"),
            Set.of("School Name")),
    SKILLS("skills", "skills", List.of()),
    COMPANY_FOLLOWS(
            "company-follows",
            "companyfollows",
            List.of("Followed On"),
            Set.of("Organization", "Followed On")),
    SHARES(
            "shares",
            "shares",
            List.of("Date", "ShareLink", "ShareCommentary"),
            Set.of("ShareCommentary"),
            Set.of("ShareLink")),
    COMMENTS("comments", "comments", List.of(), Set.of("Date", "Link", "Message"));

    private static final int ENOUGH_OF_A_DAMAGED_HEADER = 2;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]");

    /** Conversations with the site's own assistants; their headers equal those of messages. */
    private static final Pattern ASSISTANT = Pattern.compile("guide|coach|learning|roleplay");

    private final String label;
    private final String stem;
    private final List<String> columns;
    private final List<Set<String>> signatures;

    /**
     * @param label the kind's name in a manifest
     * @param stem the file's English name, letters alone
     * @param columns what is read of each record beyond what it cannot be read without, and stood
     *     in every generation of the file
     * @param signatures sets of columns, each of which no other kind has
     */
    @SafeVarargs
    FileKind(String label, String stem, List<String> columns, Set<String>... signatures) {
        this.label = label;
        this.stem = stem;
        this.columns = columns;
        this.signatures = List.of(signatures);
    }

    /** The kind's name in a manifest. */
    String label() {
        return label;
    }

    /** The columns of this kind that a header should have and has not. */
    List<String> lostIn(Header header) {
        return columns.stream().filter(column -> !header.has(column)).toList();
    }

    /**
     * The kind whose header these cells are, or null. Of several kinds with this header it is the
     * one that the entry's name tells, else the last; what is left of a damaged header counts where
     * the name agrees.
     *
     * @param first whether no record stands before
     */
    static @Nullable FileKind of(String entry, List<String> cells, boolean first) {
        Header header = new Header(cells);
        List<FileKind> fitting =
                Stream.of(values()).filter(kind -> kind.isHeadedBy(header, cells, first)).toList();
        if (fitting.isEmpty()) {
            FileKind named = byName(entry);
            return named != null && named.countIn(header) >= ENOUGH_OF_A_DAMAGED_HEADER
                    ? named
                    : null;
        }
        String stem = stem(entry);
        return fitting.stream()
                .filter(kind -> stem.contains(kind.stem))
                .findFirst()
                .orElse(fitting.getLast());
    }

    private long countIn(Header header) {
        return columns.stream().filter(header::has).count();
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
