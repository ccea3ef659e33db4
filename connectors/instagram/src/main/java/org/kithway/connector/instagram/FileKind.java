package org.kithway.connector.instagram;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that are read, in the order in which they are read. A JSON file is told by the name of
 * its list of records, which is the same in every language; its own name counts where the list has
 * none, and for pages of HTML.
 */
enum FileKind {
    PROFILE("profile", "personalinformation", Set.of("profile_user"), Set.of()),
    FOLLOWERS("followers", "followers", Set.of("relationships_followers"), Entry.FIELDS),
    FOLLOWING("following", "following", Set.of("relationships_following"), Entry.FIELDS),
    CLOSE_FRIENDS(
            "close-friends", "closefriends", Set.of("relationships_close_friends"), Entry.FIELDS),
    REQUESTS_SENT(
            "requests-sent",
            "pendingfollowrequests",
            Set.of("relationships_follow_requests_sent"),
            Entry.FIELDS),
    RECENT_REQUESTS(
            "recent-requests",
            "recentfollowrequests",
            Set.of("relationships_permanent_follow_requests"),
            Entry.FIELDS),
    REQUESTS_RECEIVED(
            "requests-received",
            "followrequestsyouvereceived",
            Set.of("relationships_follow_requests_received"),
            Entry.FIELDS),
    UNFOLLOWED(
            "unfollowed",
            "recentlyunfollowed(?:profiles|accounts)",
            Set.of("relationships_unfollowed_users"),
            Entry.FIELDS),
    THREADS_FOLLOWERS(
            "threads-followers", "", Set.of("text_post_app_text_post_app_followers"), Entry.FIELDS),
    THREADS_FOLLOWING(
            "threads-following", "", Set.of("text_post_app_text_post_app_following"), Entry.FIELDS),
    HASHTAGS(
            "hashtags",
            "followinghashtags",
            Set.of("relationships_following_hashtags"),
            Entry.FIELDS),
    MESSAGES(
            "messages",
            "message",
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
    LIKES(
            "likes",
            "likedposts|likedcomments",
            Set.of("likes_media_likes", "likes_comment_likes"),
            Entry.FIELDS),
    COMMENTS(
            "comments",
            "postcomments|reelscomments|hype",
            Set.of("comments_media_comments", "comments_reels_comments", "comments_story_comments"),
            Set.of()),
    STORIES(
            "story-interactions",
            "storylikes|polls|questions|quizzes|emojisliders|emojistoryreactions|countdowns",
            Set.of(
                    "story_activities_story_likes",
                    "story_activities_polls",
                    "story_activities_questions",
                    "story_activities_quizzes",
                    "story_activities_emoji_sliders",
                    "story_activities_emoji_quick_reactions",
                    "story_activities_emoji_story_reactions",
                    "story_activities_reaction_sticker_reactions"),
            Entry.FIELDS),
    POSTS(
            "posts",
            "posts|reels",
            Set.of("ig_reels_media", "ig_posts_media"),
            Set.of("media", "title", "creation_timestamp"));

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]");

    private final String label;
    private final Pattern stems;
    private final Set<String> lists;
    private final Set<String> fields;

    /** The fields of records that name an account and a time. */
    private static final class Entry {
        static final Set<String> FIELDS =
                Set.of(
                        "title",
                        "string_list_data",
                        "href",
                        "value",
                        "timestamp",
                        "label_values",
                        "dict",
                        "vec");
    }

    /**
     * @param label the kind's name in a manifest
     * @param stems the file's names in all generations, letters alone
     * @param lists the names of its list of records
     * @param fields what is read; everything else is passed over unseen. None are named where the
     *     fields bear labels in the member's language
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

    boolean holdsRecords(String name) {
        return lists.contains(name);
    }

    boolean keeps(String field) {
        return fields.isEmpty() || fields.contains(field);
    }

    /**
     * The kind whose list of records bears this name, or null; conversations are told otherwise.
     */
    static @Nullable FileKind ofList(String name) {
        return Stream.of(values())
                .filter(kind -> kind != MESSAGES && kind.holdsRecords(name))
                .findFirst()
                .orElse(null);
    }

    /** The kind that the entry's name tells, or null. */
    static @Nullable FileKind byName(String entry) {
        String stem = stem(entry);
        return Stream.of(values())
                .filter(kind -> !stem.isEmpty() && kind.stems.matcher(stem).matches())
                .findFirst()
                .orElse(null);
    }

    static boolean isJson(String entry) {
        return entry.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    static boolean isPage(String entry) {
        return entry.toLowerCase(Locale.ROOT).endsWith(".html");
    }

    /** The file's name without folder, ending, numbers and marks: {@code likedposts}. */
    private static String stem(String entry) {
        String name = entry.substring(entry.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return NO_LETTERS.matcher(dot < 0 ? name : name.substring(0, dot)).replaceAll("");
    }
}
