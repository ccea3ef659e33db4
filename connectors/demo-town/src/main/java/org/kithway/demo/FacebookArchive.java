package org.kithway.demo;

import org.kithway.demo.Presence.Account;
import org.kithway.demo.Presence.Site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * A member's archive as Facebook has handed it out since 2024, in JSON: friends by name alone, and
 * every letter beyond ASCII written as the bytes of its UTF-8 form.
 */
final class FacebookArchive {
    private final Town town;
    private final Person member;
    private final SiteFiles files;
    private final List<Friendship> friends;

    private FacebookArchive(Town town, Person member, SiteFiles files) {
        this.town = town;
        this.member = member;
        this.files = files;
        this.friends =
                town.friendsOf(member).stream()
                        .filter(pair -> pair.strength() >= 0.15 && account(pair).isPresent())
                        .sorted(Comparator.comparing(Friendship::since).reversed())
                        .toList();
    }

    static SequencedMap<String, Long> write(Town town, Person member, OutputStream out)
            throws IOException {
        try (SiteFiles files = new SiteFiles(out, Town.TODAY)) {
            new FacebookArchive(town, member, files).write();
            return files.records();
        }
    }

    private Optional<Account> account(Friendship pair) {
        return town.presence().account(town.person(pair.other(member.id())), Site.FACEBOOK);
    }

    private void write() throws IOException {
        Account own = town.presence().account(member, Site.FACEBOOK).orElseThrow();
        files.add(
                "personal_information/profile_information/profile_information.json",
                1,
                "{\"profile_v2\":{\"name\":{\"full_name\":%s,\"first_name\":%s,\"last_name\":%s},\"emails\":{\"emails\":[%s],\"previous_emails\":[]},\"username\":%s,\"profile_uri\":%s,\"registration_timestamp\":1199145600}}"
                        .formatted(
                                text(own.name()),
                                text(member.given()),
                                text(member.family()),
                                text(member.email()),
                                text(own.handle()),
                                text("https://www.facebook.com/" + own.handle())));
        files.add(
                "connections/friends/your_friends.json",
                friends.size(),
                friends.stream()
                        .map(pair ->
                                "{\"name\":%s,\"timestamp\":%d}"
                                        .formatted(
                                                text(account(pair).orElseThrow().name()),
                                                Town.startOf(pair.since()).getEpochSecond()))
                        .collect(Collectors.joining(",\n  ", "{\"friends_v2\":[\n  ", "]}\n")));
        int thread = 0;
        for (Friendship pair : friends) {
            Optional<Conversation> conversation = town.conversation(pair);
            if (conversation.isPresent() && pair.strength() >= 0.4) {
                thread(own, account(pair).orElseThrow(), conversation.get(), ++thread);
            }
        }
        posts(own);
    }

    private void thread(Account own, Account other, Conversation conversation, int number)
            throws IOException {
        String folder = other.handle().replace("_", "") + "_" + (1_000_000L + number);
        List<Message> messages =
                conversation.messages().stream().filter(m -> !SiteFiles.later(m.at())).toList();
        files.add(
                "your_facebook_activity/messages/inbox/" + folder + "/message_1.json",
                messages.size(),
                "{\"participants\":[{\"name\":%s},{\"name\":%s}],\"messages\":[%s],\"title\":%s,\"is_still_participant\":true,\"thread_path\":%s,\"magic_words\":[]}"
                        .formatted(
                                text(other.name()),
                                text(own.name()),
                                messages.stream()
                                        .map(message ->
                                                message(
                                                        message.from() == member.id() ? own : other,
                                                        message))
                                        .collect(Collectors.joining(",\n  ")),
                                text(other.name()),
                                text("inbox/" + folder)));
    }

    private static String message(Account sender, Message message) {
        return "{\"sender_name\":%s,\"timestamp_ms\":%d,\"content\":%s,\"is_geoblocked_for_viewer\":false}"
                .formatted(text(sender.name()), message.at().toEpochMilli(), text(message.text()));
    }

    private void posts(Account own) throws IOException {
        List<String> posts = new ArrayList<>();
        for (Post post : town.posts(member)) {
            if (!SiteFiles.later(post.at())) {
                posts.add(
                        "{\"timestamp\":%d,\"data\":[{\"post\":%s}],\"title\":%s}"
                                .formatted(
                                        post.at().getEpochSecond(),
                                        text(post.text()),
                                        text(own.name() + " updated their status.")));
            }
        }
        files.add(
                "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json",
                posts.size(),
                "[" + String.join(",\n  ", posts) + "]\n");
    }

    /** A JSON string in which every byte of a letter beyond ASCII is an escape of its own. */
    private static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : SiteFiles.json(text).getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0) {
                escaped.append((char) b);
            } else {
                escaped.append("\\u00").append(Integer.toHexString(b & 0xFF));
            }
        }
        return escaped.toString();
    }
}
