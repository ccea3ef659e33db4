package org.kithway.connector.facebook;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that are read, in the order in which they are read: first those that show who the owner
 * is and whom they know. A JSON file is told by the name of its list of records, which is the same
 * in every language; its own name counts where the list has none, and for pages of HTML.
 */
enum FileKind {
    PROFILE(
            "profile",
            "profileinformation|vprofileinformation|index",
            Set.of("profile"),
            Set.of(
                    "name",
                    "full_name",
                    "emails",
                    "current_city",
                    "intro_bio",
                    "languages",
                    "work_experiences",
                    "employer",
                    "title",
                    "location",
                    "description",
                    "education_experiences",
                    "degree",
                    "concentrations",
                    "start_timestamp",
                    "end_timestamp",
                    "websites",
                    "address",
                    "username",
                    "profile_uri")),
    FRIENDS("friends", "yourfriends|friends", Set.of("friends"), Person.FIELDS),
    REQUESTS_SENT(
            "requests-sent",
            "sentfriendrequests|friendrequestssent",
            Set.of("sent_requests"),
            Person.FIELDS),
    REQUESTS_RECEIVED(
            "requests-received",
            "receivedfriendrequests|friendrequestsreceived",
            Set.of("received_requests"),
            Person.FIELDS),
    REQUESTS_REJECTED(
            "requests-rejected",
            "rejectedfriendrequests",
            Set.of("rejected_requests"),
            Person.FIELDS),
    REMOVED_FRIENDS("removed-friends", "removedfriends", Set.of("deleted_friends"), Person.FIELDS),
    PAGES_LIKED("pages-liked", "pagesyouveliked|pages", Set.of("page_likes"), Person.FIELDS),
    PAGES_FOLLOWED(
            "pages-followed",
            "pagesandprofilesyoufollow|pagesyoufollow",
            Set.of("pages_followed"),
            Set.of("name", "timestamp", "title", "data")),
    FOLLOWING(
            "following",
            "whoyouvefollowed|whoyoufollow|following",
            Set.of("following"),
            Person.FIELDS),
    FOLLOWERS("followers", "peoplewhofollowedyou|followers", Set.of("followers"), Person.FIELDS),
    GROUPS_JOINED(
            "groups-joined",
            "yourgroupmembershipactivity",
            Set.of("groups_joined"),
            Set.of("timestamp", "title", "data", "attachments", "name")),
    GROUPS_ADMINED("groups-led", "yourgroups", Set.of("groups_admined"), Person.FIELDS),
    MESSAGES(
            "messages",
            "message|messages|",
            Set.of("messages"),
            Set.of(
                    "participants",
                    "name",
                    "sender_name",
                    "timestamp_ms",
                    "type",
                    "call_duration",
                    "is_unsent",
                    "is_pending")),
    ENCRYPTED_MESSAGES(
            "encrypted-messages",
            "",
            Set.of("messages"),
            Set.of("participants", "threadName", "senderName", "timestamp", "type", "isUnsent")),
    COMMENTS(
            "comments",
            "comments|commentsandreactions",
            Set.of("comments"),
            Set.of("timestamp", "title", "data", "comment", "author")),
    GROUP_COMMENTS(
            "group-comments",
            "yourcommentsingroups",
            Set.of("group_comments"),
            Set.of("timestamp", "title", "data", "comment", "author", "group")),
    REACTIONS(
            "reactions",
            "likesandreactions|postsandcomments",
            Set.of("reactions"),
            Set.of(
                    "timestamp",
                    "title",
                    "data",
                    "reaction",
                    "actor",
                    "label_values",
                    "dict",
                    "value",
                    "href")),
    POSTS(
            "posts",
            "yourposts|yourpostscheckinsphotosandvideos|statusupdates",
            Set.of(),
            Set.of("timestamp", "title", "data", "post", "tags", "name")),
    WALL_POSTS(
            "wall-posts",
            "otherpeoplespoststoyourtimeline",
            Set.of("wall_posts_sent_to_you"),
            Set.of("timestamp", "title"));

    private static final Pattern VERSION = Pattern.compile("_v\\d{1,2}$");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]");

    private final String label;
    private final Pattern stems;
    private final Set<String> lists;
    private final Set<String> fields;

    /** The fields of records that name somebody and a time. */
    private static final class Person {
        static final Set<String> FIELDS = Set.of("name", "timestamp", "label_values", "value");
    }

    /**
     * @param label the kind's name in a manifest
     * @param stems the file's names in all generations, letters alone
     * @param lists the names of its list of records, without version
     * @param fields what is read; everything else is passed over unseen
     */
    FileKind(String label, String stems, Set<String> lists, Set<String> fields) {
        this.label = label;
        this.stems = Pattern.compile(stems);
        this.lists = lists;
        this.fields = fields;
    }

    /** The kind's name in a manifest. */
    String label() {
        return label;
    }

    static boolean isVersioned(String list) {
        return VERSION.matcher(list).find();
    }

    boolean holdsRecords(String name) {
        return lists.contains(VERSION.matcher(name).replaceFirst(""));
    }

    boolean keeps(String field) {
        return fields.contains(field);
    }

    boolean isThread() {
        return this == MESSAGES || this == ENCRYPTED_MESSAGES;
    }

    /** The kind whose list of records bears this name, or null. */
    static @Nullable FileKind ofList(String name) {
        return Stream.of(values())
                .filter(kind -> !kind.isThread() && kind.holdsRecords(name))
                .findFirst()
                .orElse(null);
    }

    /** The kind that the entry's name tells, or null. */
    static @Nullable FileKind byName(String entry) {
        String stem = stem(entry);
        return Stream.of(values())
                .filter(kind -> kind.stems.matcher(stem).matches())
                .filter(kind -> !kind.isThread() || isAmongMessages(entry))
                .filter(_ -> !stem.equals("index") || entry.endsWith(".htm"))
                .findFirst()
                .orElse(null);
    }

    /** Threads lie in a folder of that name, but for the single file of the first generation. */
    private static boolean isAmongMessages(String entry) {
        return !stem(entry).isEmpty() || entry.matches("(?:.*/)?messages/[^/]+");
    }

    static boolean isJson(String entry) {
        return entry.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    static boolean isPage(String entry) {
        String lower = entry.toLowerCase(Locale.ROOT);
        return lower.endsWith(".html") || lower.endsWith(".htm");
    }

    /** The file's name without folder, ending, numbers and marks: {@code yourfriends}. */
    private static String stem(String entry) {
        String name = entry.substring(entry.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String bare = dot < 0 ? name : name.substring(0, dot);
        return NO_LETTERS.matcher(bare.replace("&#039;", "")).replaceAll("");
    }
}
