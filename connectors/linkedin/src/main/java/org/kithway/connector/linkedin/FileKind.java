package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.HashSet;
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
            List.of(
                    "Maiden Name",
                    "Address",
                    "Birth Date",
                    "Contact Instructions",
                    "Zip Code",
                    "Country",
                    "Websites",
                    "Instant Messengers"),
            Set.of("First Name", "Headline"),
            Set.of("Headline", "Summary", "Industry")),
    EMAIL_ADDRESSES(
            "email-addresses",
            "emailaddresses",
            List.of(),
            List.of("Primary", "Updated On"),
            Set.of("Email Address", "Confirmed")),
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
            List.of("URL"),
            Set.of("First Name", "Connected On"),
            Set.of("Last Name", "Connected On"),
            Set.of("URL", "Connected On")),
    INVITATIONS(
            "invitations",
            "invitations",
            List.of("From", "To", "Sent At", "Direction"),
            List.of(
                    "Message",
                    "inviterProfileUrn",
                    "inviteeProfileUrn",
                    "inviterProfileUrl",
                    "inviteeProfileUrl"),
            Set.of("From", "To", "Sent At"),
            Set.of("Sent At", "Direction"),
            Set.of("From", "To", "Direction", "Message"),
            Set.of("inviterProfileUrl"),
            Set.of("inviterProfileUrn")),
    MESSAGES(
            "messages",
            "messages",
            List.of("FROM", "TO", "FOLDER"),
            List.of(
                    "CONVERSATION ID",
                    "CONVERSATION TITLE",
                    "SENDER PROFILE URL",
                    "RECIPIENT PROFILE URLS",
                    "DATE",
                    "SUBJECT",
                    "CONTENT",
                    "DIRECTION",
                    "ATTACHMENTS",
                    "IS MESSAGE DRAFT",
                    "IS CONVERSATION DRAFT",
                    "IS CONVERSATION ARCHIVED"),
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
            List.of("Skill Name", "Endorsement Status"),
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
            List.of("Skill Name", "Endorsement Status"),
            Set.of("Endorser Public Url"),
            Set.of("Endorser First Name")),
    RECOMMENDATIONS_GIVEN(
            "recommendations-given",
            "recommendationsgiven",
            List.of("First Name", "Last Name", "Text", "Creation Date", "Status"),
            List.of("Company", "Job Title"),
            Set.of("Job Title", "Text", "Creation Date"),
            Set.of("Job Title", "Text", "Status")),
    RECOMMENDATIONS_RECEIVED(
            "recommendations-received",
            "recommendationsreceived",
            List.of("First Name", "Last Name", "Text", "Creation Date", "Status"),
            List.of("Company", "Job Title"),
            Set.of("Job Title", "Text", "Creation Date"),
            Set.of("Job Title", "Text", "Status")),
    /** Given or received: the columns are the same, and the file's name does not say it. */
    RECOMMENDATIONS(
            "recommendations",
            "recommendations",
            List.of(),
            List.of(
                    "First Name",
                    "Last Name",
                    "Company",
                    "Job Title",
                    "Text",
                    "Creation Date",
                    "Status"),
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
            List.of(),
            Set.of("Company Name", "Title", "Started On"),
            Set.of("Company Name", "Title", "Location")),
    EDUCATION(
            "education",
            "education",
            List.of("Degree Name", "Notes", "Start Date", "End Date"),
            List.of("School Name", "Activities"),
            Set.of("School Name")),
    SKILLS("skills", "skills", List.of(), List.of("Name")),
    COMPANY_FOLLOWS(
            "company-follows",
            "companyfollows",
            List.of("Followed On"),
            List.of("Organization"),
            Set.of("Organization", "Followed On")),
    MEMBER_FOLLOWS(
            "member-follows",
            "memberfollows",
            List.of("Date", "Status", "FullName"),
            List.of(),
            Set.of("Date", "Status", "FullName")),
    HASHTAGS(
            "hashtags",
            "memberhashtags",
            List.of(),
            List.of(),
            Set.of("Member Posts About Hashtags")),
    CERTIFICATIONS(
            "certifications",
            "certifications",
            List.of("Name", "Authority", "Started On"),
            List.of("Url", "Finished On", "License Number"),
            Set.of("Name", "Authority", "License Number"),
            Set.of("Name", "Authority", "Started On")),
    COURSES("courses", "courses", List.of("Name"), List.of("Number"), Set.of("Name", "Number")),
    LANGUAGES(
            "languages",
            "languages",
            List.of("Name"),
            List.of("Proficiency"),
            Set.of("Name", "Proficiency")),
    VOLUNTEERING(
            "volunteering",
            "volunteering",
            List.of("Company Name", "Role", "Started On", "Finished On"),
            List.of("Cause", "Description"),
            Set.of("Company Name", "Role")),
    ORGANIZATIONS(
            "organizations",
            "organizations",
            List.of("Name", "Position", "Started On"),
            List.of("Description", "Finished On"),
            Set.of("Name", "Description", "Position")),
    PROJECTS(
            "projects",
            "projects",
            List.of("Title", "Description"),
            List.of("Url", "Started On", "Finished On", "Start Date", "End Date"),
            Set.of("Title", "Description", "Url", "Started On"),
            Set.of("Title", "Description", "Url", "Start Date")),
    PUBLICATIONS(
            "publications",
            "publications",
            List.of("Name", "Published On", "Description"),
            List.of("Publisher", "Url"),
            Set.of("Name", "Published On")),
    PATENTS(
            "patents",
            "patents",
            List.of("Title", "Description"),
            List.of(
                    "Url",
                    "Application Number",
                    "Patent Number",
                    "Filing Date",
                    "Issue Date",
                    "Issued On",
                    "Filed On",
                    "Issuer"),
            Set.of("Title", "Patent Number"),
            Set.of("Title", "Application Number")),
    HONORS(
            "honors",
            "honors",
            List.of("Title", "Description"),
            List.of("Issuer", "Issue Date", "Issued On"),
            Set.of("Title", "Description", "Issued On"),
            Set.of("Title", "Description", "Issuer", "Issue Date")),
    SHARES(
            "shares",
            "shares",
            List.of("Date", "ShareLink", "ShareCommentary"),
            List.of(
                    "Share Title",
                    "Share Description",
                    "SharedUrl",
                    "MediaUrl",
                    "Type",
                    "Visibility"),
            Set.of("ShareCommentary"),
            Set.of("ShareLink")),
    COMMENTS("comments", "comments", List.of(), List.of(), Set.of("Date", "Link", "Message"));

    /** Headers that many a list of another site could have; recognized where the name agrees. */
    private static final Set<FileKind> COMMON =
            EnumSet.of(SKILLS, COURSES, LANGUAGES, ORGANIZATIONS, PROJECTS, PUBLICATIONS, HONORS);

    private static final int ENOUGH_OF_A_DAMAGED_HEADER = 2;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]");

    /** Conversations with the site's own assistants; their headers equal those of messages. */
    private static final Pattern ASSISTANT = Pattern.compile("guide|coach|learning|roleplay");

    private final String label;
    private final String stem;
    private final List<String> columns;
    private final List<String> others;
    private final List<Set<String>> signatures;

    /**
     * @param label the kind's name in a manifest
     * @param stem the file's English name, letters alone
     * @param columns what is read of each record beyond what it cannot be read without, and stood
     *     in every generation of the file
     * @param others further columns that some generation has, read or left alone
     * @param signatures sets of columns, each of which no other kind has
     */
    @SafeVarargs
    FileKind(
            String label,
            String stem,
            List<String> columns,
            List<String> others,
            Set<String>... signatures) {
        this.label = label;
        this.stem = stem;
        this.columns = columns;
        this.others = others;
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

    /** Where columns stand that no known generation of this kind has, counted from 1. */
    List<Integer> unknownIn(Header header) {
        Set<String> known = new HashSet<>(columns);
        known.addAll(others);
        signatures.forEach(known::addAll);
        return header.withoutNamesOf(known);
    }

    /** Whether its header alone tells that the file is of this site. */
    boolean isTelling() {
        return !COMMON.contains(this);
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
