package org.kithway.connector.slack;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message says of who is in touch with whom. Its text is looked at for whom it names, and
 * kept nowhere.
 */
final class Messages {
    /** Messages of people; all other subtypes are notices of the site's own. */
    private static final Set<String> OF_PEOPLE =
            Set.of("", "me_message", "thread_broadcast", "reply_broadcast", "file_share");

    private static final Pattern MENTION = Pattern.compile("<@([A-Z][A-Z0-9]{1,30})(?:\\|[^>]*)?>");
    private static final Pattern TIME = Pattern.compile("(\\d{1,11})(?:\\.(\\d{1,9}))?");

    /** Whoever names more people addresses none of them. */
    private static final int MOST_MENTIONED = 25;

    private final Users users;

    Messages(Users users) {
        this.users = users;
    }

    Reading read(Place place, JsonRecord message, Conversation conversation) {
        String type = message.text("type");
        String subtype = message.text("subtype");
        if (type != null && !type.equals("message")) {
            return new Reading.Withheld(place, "notice of the site");
        }
        if ("bot_message".equals(subtype)) {
            return new Reading.Withheld(place, "bot");
        }
        if (!OF_PEOPLE.contains(subtype == null ? "" : subtype)) {
            return new Reading.Withheld(place, "notice of the site");
        }
        String user = message.text("user");
        if (user == null || users.user(user).filter(Users.User.Bot.class::isInstance).isPresent()) {
            return new Reading.Withheld(place, user == null ? "no sender" : "bot");
        }
        Instant at = time(message.text("ts"));
        if (at == null) {
            return new Reading.Rejection(
                    place,
                    "'ts' is not a time in seconds such as 1452837318.000002: export the workspace"
                            + " again");
        }
        List<Fact> facts = new ArrayList<>();
        AccountId sender = users.person(user);
        if (sender == null) {
            sender = users.learn(message, facts);
        }
        if (sender == null) {
            return new Reading.Withheld(place, "unknown user");
        }
        return switch (conversation.kind()) {
            case PUBLIC -> inPublic(place, message, sender, at, facts);
            case PRIVATE -> inPrivate(place, sender, user, conversation, at, facts);
            case UNKNOWN -> new Reading.Withheld(place, "perhaps a private channel");
        };
    }

    private Reading inPublic(
            Place place, JsonRecord message, AccountId sender, Instant at, List<Fact> facts) {
        Set<Fact> acts = new LinkedHashSet<>();
        for (String mentioned : mentioned(message.text("text"))) {
            act(sender, users.person(mentioned), Fact.Act.MENTION, at, acts);
        }
        act(sender, users.person(answered(message)), Fact.Act.REPLY, at, acts);
        for (JsonRecord reaction : message.objects("reactions")) {
            for (String user : reaction.texts("users")) {
                // When somebody reacted is not told; it was hardly long after.
                act(users.person(user), sender, Fact.Act.REACTION, at, acts);
            }
        }
        if (acts.isEmpty()) {
            return new Reading.Withheld(place, "addressed to nobody");
        }
        facts.addAll(acts);
        return new Reading.Statement(place, facts);
    }

    /** Who began the thread that the message answers in, or null if it answers none. */
    private static @Nullable String answered(JsonRecord message) {
        String thread = message.text("thread_ts");
        return thread == null || thread.equals(message.text("ts"))
                ? null
                : message.text("parent_user_id");
    }

    private static Set<String> mentioned(@Nullable String text) {
        Set<String> mentioned = new LinkedHashSet<>();
        Matcher mention = MENTION.matcher(text == null ? "" : text);
        while (mention.find()) {
            mentioned.add(mention.group(1));
        }
        return mentioned.size() > MOST_MENTIONED ? Set.of() : mentioned;
    }

    private static void act(
            @Nullable AccountId subject,
            @Nullable AccountId object,
            Fact.Act act,
            Instant at,
            Set<Fact> acts) {
        if (subject != null && object != null && !subject.equals(object)) {
            acts.add(new Fact.Interacted(subject, object, act, at));
        }
    }

    private Reading inPrivate(
            Place place,
            AccountId sender,
            String user,
            Conversation conversation,
            Instant at,
            List<Fact> facts) {
        if (conversation.members().isEmpty()) {
            return new Reading.Withheld(place, "private channel of unknown or many members");
        }
        Set<String> members = new LinkedHashSet<>(conversation.members());
        members.add(user);
        int known = facts.size();
        for (String member : members) {
            AccountId other = users.person(member);
            if (other != null && !other.equals(sender)) {
                facts.add(new Fact.Messaged(sender, other, at, members.size(), 0));
            }
        }
        return facts.size() == known
                ? new Reading.Withheld(place, "message to oneself or to a bot")
                : new Reading.Statement(place, facts);
    }

    private static @Nullable Instant time(@Nullable String seconds) {
        Matcher time = TIME.matcher(seconds == null ? "" : seconds);
        if (!time.matches()) {
            return null;
        }
        long fraction =
                time.group(2) == null
                        ? 0
                        : Long.parseLong(time.group(2) + "0".repeat(9 - time.group(2).length()));
        long whole = Long.parseLong(time.group(1));
        return whole > Fact.LAST_SECOND ? null : Instant.ofEpochSecond(whole, fraction);
    }
}
