package org.kithway.connector.slack;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.MailAddress;
import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Place;
import org.kithway.model.Site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who is who. Messages name people by the user's id, which is unique in the workspace that the user
 * belongs to (in an organization of several workspaces: in the organization); so accounts are
 * called by both, as in {@code T0123:U0456}.
 */
final class Users {
    static final Site SLACK = new Site("slack");

    /** Some 50 MB; there are hardly workspaces with more. */
    private static final int MOST = 300_000;

    private static final int LONGEST_NAME = 300;
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]{1,30}");

    /** Slack's own voice, which is in every workspace. */
    private static final String SLACKBOT = "USLACKBOT";

    private final Map<String, User> users = new HashMap<>();

    /** A user of whom a record told. */
    sealed interface User {
        record Person(AccountId account) implements User {}

        record Bot() implements User {}
    }

    /** The reading of a record of a list of users. */
    Reading read(Place place, JsonRecord record) {
        String id = record.text("id");
        if (id == null || !ID.matcher(id).matches()) {
            return new Reading.Rejection(
                    place, "the user has no 'id' such as U012AB3CD: export the workspace again");
        }
        if (record.isTrue("is_bot") || record.isTrue("is_workflow_bot") || id.equals(SLACKBOT)) {
            put(id, new User.Bot());
            return new Reading.Withheld(place, "bot");
        }
        JsonRecord profile = record.object("profile");
        String team = team(record, profile);
        String name = name(record, profile);
        if (team == null || name == null) {
            return new Reading.Rejection(
                    place,
                    "the user has no "
                            + (team == null ? "'team_id'" : "name")
                            + ": export the workspace again");
        }
        AccountId account = AccountId.of(SLACK, team + ':' + person(record, id));
        put(id, new User.Person(account));
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Described(account, Fact.Trait.NAME, name));
        String title = profile.text("title");
        if (title != null) {
            facts.add(new Fact.Described(account, Fact.Trait.HEADLINE, title));
        }
        AccountId email = MailAddress.account(profile.text("email"));
        if (email != null && MailAddress.holder(email) == MailAddress.Holder.PERSON) {
            facts.add(new Fact.SameAs(account, email));
        }
        return new Reading.Statement(place, facts);
    }

    /** A member of an organization has one id in all of its workspaces. */
    private static String person(JsonRecord record, String id) {
        String own = record.object("enterprise_user").text("id");
        return own != null && ID.matcher(own).matches() ? own : id;
    }

    private static @Nullable String team(JsonRecord record, JsonRecord profile) {
        return Stream.of(
                        record.object("enterprise_user").text("enterprise_id"),
                        record.text("enterprise_id"),
                        record.text("team_id"),
                        profile.text("team"))
                .filter(id -> id != null && ID.matcher(id).matches())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String name(JsonRecord record, JsonRecord profile) {
        return Stream.of(
                        profile.text("real_name"),
                        record.text("real_name"),
                        profile.text("display_name"),
                        record.text("name"))
                .filter(Objects::nonNull)
                .map(name -> String.join(" ", name.split("\\s+")))
                .filter(Users::isKey)
                .findFirst()
                .orElse(null);
    }

    private static boolean isKey(String text) {
        return text.length() <= LONGEST_NAME
                && text.codePoints()
                        .noneMatch(c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.SURROGATE);
    }

    private void put(String id, User user) {
        if (users.size() < MOST) {
            users.putIfAbsent(id, user);
        }
    }

    Optional<User> user(@Nullable String id) {
        return Optional.ofNullable(users.get(id));
    }

    /** The account of the user of that id, or null if it is a bot's or not known. */
    @Nullable AccountId person(@Nullable String id) {
        return users.get(id) instanceof User.Person(AccountId account) ? account : null;
    }

    /**
     * Learns of a message's sender, who may be of another workspace and stand in no list, from what
     * the message says of them.
     */
    @Nullable AccountId learn(JsonRecord message, List<Fact> facts) {
        String id = message.text("user");
        JsonRecord profile = message.object("user_profile");
        String team =
                Stream.of(profile.text("team"), message.text("user_team"), message.text("team"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        String name = name(profile, profile);
        if (id == null
                || team == null
                || name == null
                || !ID.matcher(id).matches()
                || !ID.matcher(team).matches()) {
            return null;
        }
        AccountId account = AccountId.of(SLACK, team + ':' + id);
        put(id, new User.Person(account));
        facts.add(new Fact.Described(account, Fact.Trait.NAME, name));
        return account;
    }
}
