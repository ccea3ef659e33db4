package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonLayout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files that are read, in the order in which they are read. A file is what its first words say
 * ({@code window.YTD.follower.part0}); but since an archive holds files that nobody shall open,
 * only those are looked into whose names are among these.
 */
enum FileKind {
    ACCOUNT(
            "account",
            "account",
            List.of("account"),
            Set.of("username", "accountId", "accountDisplayName", "email"),
            Set.of("createdVia", "createdAt", "phoneNumber")),
    USER_DETAILS(
            "account",
            "",
            List.of("user_details"),
            Set.of("screen_name", "full_name", "bio", "id", "location"),
            Set.of("created_at", "url", "expanded_url", "display_url")),
    PROFILE(
            "profile",
            "profile",
            List.of("profile"),
            Set.of("description", "bio", "location"),
            Set.of("avatarMediaUrl", "headerMediaUrl")),
    FOLLOWING(
            "following",
            "following",
            List.of("following"),
            Set.of("accountId"),
            Set.of("userLink")),
    FOLLOWERS(
            "followers", "follower", List.of("follower"), Set.of("accountId"), Set.of("userLink")),
    LISTS_CREATED("lists-created", List.of("lists-created")),
    LISTS_SUBSCRIBED("lists-subscribed", List.of("lists-subscribed")),
    LISTS_MEMBER("lists-member", List.of("lists-member")),
    NOTES(
            "long-tweets",
            "noteTweet",
            List.of("note-tweet"),
            Set.of("createdAt", "core", "text", "mentions", "screenName", "hashtags"),
            Set.of("noteTweetId", "updatedAt", "lifecycle")),
    TWEETS("tweets", "tweet", List.of("tweets", "tweet"), Tweets.WANTED, Tweets.PASSED_OVER),
    COMMUNITY_TWEETS(
            "community-tweets",
            "tweet",
            List.of("community-tweet"),
            Tweets.WANTED,
            Tweets.PASSED_OVER),
    LIKES("likes", "like", List.of("like"), Set.of("expandedUrl"), Set.of("tweetId", "fullText")),
    MESSAGES(
            "direct-messages",
            "dmConversation",
            List.of("direct-message-headers", "direct-messages", "direct-message"),
            Conversations.WANTED,
            Set.of()),
    GROUP_MESSAGES(
            "direct-messages-group",
            "dmConversation",
            List.of(
                    "direct-message-group-headers",
                    "direct-messages-group",
                    "direct-message-group"),
            Conversations.WANTED,
            Set.of());

    /** What is put before {@code .js}: the part's number, or what a computer adds to a copy. */
    private static final Pattern SCRIPT =
            Pattern.compile("([a-z_-]+?)(?:-part\\d+)?(?: ?\\(\\d+\\)| - copy| copy)?\\.js(?:on)?");

    private static final Pattern MONTH = Pattern.compile("\\d{4}_\\d{2}\\.js");
    private static final Pattern TABLE = Pattern.compile("tweets.*\\.csv");
    private static final Pattern VARIABLE = Pattern.compile("window\\.YTD\\.(\\w+)\\.part\\d+");
    private static final Pattern MONTH_VARIABLE =
            Pattern.compile("Grailbird\\.data\\.tweets_\\d{4}_\\d{2}");

    private final String label;
    private final String wrapper;
    private final List<String> names;
    private final Set<String> wanted;
    private final JsonLayout layout;

    FileKind(
            String label,
            String wrapper,
            List<String> names,
            Set<String> wanted,
            Set<String> passedOver) {
        this.label = label;
        this.wrapper = wrapper;
        this.names = names;
        this.wanted = wanted;
        this.layout =
                JsonLayout.OUTERMOST
                        .unwrapped(wrapper)
                        .keeping(wanted::contains)
                        .knowing(passedOver::contains);
    }

    FileKind(String label, List<String> names) {
        this(label, "userListInfo", names, Set.of("url", "urls"), Set.of());
    }

    /** The kind's name in a manifest, the same in every generation of archives. */
    String label() {
        return label;
    }

    /** The field in which each record lies. */
    String wrapper() {
        return wrapper;
    }

    /** The fields that are read. */
    Set<String> wanted() {
        return wanted;
    }

    /** Where a script's records lie, and what is read of them. */
    JsonLayout layout() {
        return layout;
    }

    /** What the file is by its name, or null if a file of that name is not looked into. */
    static @Nullable FileKind named(String entry) {
        String name = entry.substring(entry.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (MONTH.matcher(name).matches() || TABLE.matcher(name).matches()) {
            return TWEETS;
        }
        var script = SCRIPT.matcher(name);
        return script.matches() ? called(script.group(1)) : null;
    }

    /** What the file is by the variable that it assigns to, or null if it is not read. */
    static @Nullable FileKind assigned(String variable) {
        if (MONTH_VARIABLE.matcher(variable).matches()) {
            return TWEETS;
        }
        if (variable.equals("user_details")) {
            return USER_DETAILS;
        }
        var parts = VARIABLE.matcher(variable);
        return parts.matches() ? called(parts.group(1).replace('_', '-')) : null;
    }

    private static @Nullable FileKind called(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.names.contains(name))
                .findFirst()
                .orElse(null);
    }
}
