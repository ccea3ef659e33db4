package org.kithway.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What happens between people, and what each publishes: drawn from dice that hang on the seed and
 * those concerned alone, never on the order of the questions.
 */
final class Dealings {
    private static final long MESSAGES = 11;
    private static final long ENDORSEMENTS = 12;
    private static final long RECOMMENDATIONS = 13;
    private static final long INVITATIONS = 14;
    private static final long PENDING = 15;
    private static final long POSTS = 16;
    private static final long COMMENTS = 17;
    private static final long FOLLOWS = 18;
    private static final long GROUPS = 19;

    private static final List<String> SMALL_TALK =
            List.of(
                    "Coffee on Thursday?",
                    "Thank you, that helps a lot.",
                    "Can you send me the drawing again? The old one says \"draft\".",
                    "Happy birthday, all the best!",
                    "I am in Osterfenn next week, shall we meet?",
                    "Yes.",
                    "",
                    "Long time no see. How are you, and how is the new job?",
                    "See below,\nthe numbers are in the second table.\n\nBest wishes",
                    "Congratulations on the new position 🎉",
                    "Who was the person that you spoke of, the one with the boats?",
                    "I will call you tomorrow, in the afternoon.");

    private final Town town;
    private final Instant now = Town.startOf(Town.TODAY);
    private final List<Conversation> groups = new ArrayList<>();

    Dealings(Town town) {
        this.town = town;
        int members = Math.min(Town.COOPERATIVE_SIZE, town.people().size());
        for (int first = 0; first + 2 < members; first += 2) {
            groups.add(group(first));
        }
    }

    List<Conversation> groups() {
        return groups;
    }

    Optional<Conversation> conversation(Friendship pair) {
        Dice dice = dice(MESSAGES, pair.a(), pair.b());
        double closeness = pair.strength() * pair.strength();
        if (!dice.chance(0.08 + 1.6 * closeness)) {
            return Optional.empty();
        }
        int count = 1 + (int) (34 * closeness * (0.3 + 1.4 * dice.unit()));
        Instant since = Town.startOf(pair.since()).plus(8, ChronoUnit.HOURS);
        // One of the two writes more often than the other.
        double share = 0.3 + 0.4 * dice.unit();
        List<Message> messages = new ArrayList<>();
        for (Instant at : moments(dice, since, count)) {
            int from = dice.chance(share) ? pair.a() : pair.b();
            messages.add(new Message(at, from, "", dice.pick(SMALL_TALK)));
        }
        return Optional.of(
                new Conversation(conversationId(dice), "", List.of(pair.a(), pair.b()), messages));
    }

    private Conversation group(int first) {
        Dice dice = dice(GROUPS, first);
        List<Integer> participants = List.of(first, first + 1, first + 2);
        Instant since = Town.startOf(Town.TODAY.minusYears(3));
        List<Message> messages = new ArrayList<>();
        for (Instant at : moments(dice, since, dice.between(8, 20))) {
            messages.add(
                    new Message(
                            at, dice.pick(participants), "Board meeting", dice.pick(SMALL_TALK)));
        }
        return new Conversation(conversationId(dice), "Board meeting", participants, messages);
    }

    /** Different moments, newest first. */
    private List<Instant> moments(Dice dice, Instant since, int count) {
        Set<Instant> moments = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            moments.add(moment(dice, since));
        }
        return moments.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private Instant moment(Dice dice, Instant since) {
        return Instant.ofEpochSecond(dice.between(since.getEpochSecond(), now.getEpochSecond()));
    }

    static String conversationId(Dice dice) {
        byte[] bytes = new byte[40];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) dice.next();
        }
        return "2-" + Base64.getEncoder().encodeToString(bytes);
    }

    List<Endorsement> endorsements(Friendship pair, int from) {
        Dice dice = dice(ENDORSEMENTS, from, pair.other(from));
        if (!dice.chance(0.03 + 0.6 * pair.strength())) {
            return List.of();
        }
        Instant at = moment(dice, Town.startOf(pair.since()));
        List<Endorsement> endorsements = new ArrayList<>();
        for (Skill skill : town.person(pair.other(from)).skills()) {
            // People vouch for what is there, and now and then out of kindness.
            if (dice.chance(0.05 + 0.9 * skill.level())) {
                at = at.plusSeconds(dice.between(1, 40));
                endorsements.add(
                        new Endorsement(
                                at, from, pair.other(from), skill.name(), dice.chance(0.95)));
            }
        }
        return endorsements;
    }

    Optional<Recommendation> recommendation(Friendship pair, int from) {
        Person other = town.person(pair.other(from));
        Dice dice = dice(RECOMMENDATIONS, from, other.id());
        if (!dice.chance(0.25 * (pair.strength() - 0.4) * (0.4 + other.level(other.trade())))) {
            return Optional.empty();
        }
        String text =
                other.given()
                        + " "
                        + dice.pick(trade(other).praise())
                        + ". "
                        + dice.pick(
                                List.of(
                                        "I would work with "
                                                + other.given()
                                                + " again at any time.",
                                        "Reliable, quick, and kind about it.",
                                        "Our customers still ask: \"When will "
                                                + other.given()
                                                + " be back?\""));
        return Optional.of(
                new Recommendation(
                        moment(dice, Town.startOf(pair.since())), from, other.id(), text));
    }

    Invitation invitation(Friendship pair) {
        Dice dice = dice(INVITATIONS, pair.a(), pair.b());
        int from = dice.chance(0.5) ? pair.a() : pair.b();
        Instant at =
                Town.startOf(pair.since())
                        .minus(dice.below(20), ChronoUnit.DAYS)
                        .plus(dice.between(360, 1300), ChronoUnit.MINUTES);
        return new Invitation(at, from, pair.other(from), note(dice));
    }

    private static String note(Dice dice) {
        return dice.chance(0.1) ? "It was good to meet you, let us stay in touch!" : "";
    }

    List<Invitation> pendingInvitations(Person member) {
        Dice dice = dice(PENDING, member.id());
        List<Invitation> invitations = new ArrayList<>();
        Set<Integer> asked = new LinkedHashSet<>();
        town.friendsOf(member).forEach(pair -> asked.add(pair.other(member.id())));
        for (int i = 0; i < 25; i++) {
            int other = dice.below(town.people().size());
            if (other >= Town.COOPERATIVE_SIZE
                    && !town.person(other).closed()
                    && asked.add(other)) {
                boolean outgoing = dice.chance(0.6);
                invitations.add(
                        new Invitation(
                                moment(dice, Town.startOf(Town.TODAY.minusYears(1))),
                                outgoing ? member.id() : other,
                                outgoing ? other : member.id(),
                                note(dice)));
            }
        }
        return invitations;
    }

    List<Post> posts(Person person) {
        Dice dice = dice(POSTS, person.id());
        Trade trade = trade(person);
        List<Post> posts = new ArrayList<>();
        for (Instant at :
                moments(dice, Town.startOf(Town.TODAY.minusYears(6)), dice.between(6, 24))) {
            String text =
                    dice.pick(trade.lessons())
                            + "\n\nWhat is your experience?\n#"
                            + Names.ascii(trade.name()).replace("-", "");
            String link =
                    dice.chance(0.3) && !person.positions().isEmpty()
                            ? "https://www."
                                    + person.positions().getFirst().company().domain()
                                    + "/news"
                            : "";
            posts.add(
                    new Post(
                            at,
                            urn(dice, at),
                            dice.chance(0.4) ? dice.pick(trade.lessons()) : text,
                            link));
        }
        return posts;
    }

    List<Post> comments(Person person) {
        Dice dice = dice(COMMENTS, person.id());
        Trade trade = trade(person);
        List<Post> comments = new ArrayList<>();
        for (Instant at :
                moments(dice, Town.startOf(Town.TODAY.minusYears(4)), dice.between(8, 30))) {
            Instant posted = at.minus(dice.between(1, 60), ChronoUnit.HOURS);
            String text =
                    dice.pick(
                            List.of(
                                    "Well put.",
                                    "We learned the same, the hard way: "
                                            + dice.pick(trade.lessons()),
                                    "As we say here: \"" + trade.skills().get(2) + " first\".",
                                    "Congratulations!"));
            comments.add(new Post(at, urn(dice, posted), text, ""));
        }
        return comments;
    }

    /** As on the site: milliseconds since 1970 above 22 bits of their own. */
    private static long urn(Dice dice, Instant at) {
        return (at.toEpochMilli() + dice.below(1000)) << 22 | dice.below(1 << 22);
    }

    List<Company> follows(Person person) {
        Dice dice = dice(FOLLOWS, person.id());
        Set<Company> companies = new LinkedHashSet<>();
        companies.add(Town.COOPERATIVE);
        List<Friendship> pairs = new ArrayList<>(town.friendsOf(person));
        for (int i = 0; i < 30 && !pairs.isEmpty(); i++) {
            Person friend = town.person(dice.pick(pairs).other(person.id()));
            friend.positionOn(Town.TODAY).ifPresent(job -> companies.add(job.company()));
        }
        return List.copyOf(companies);
    }

    private static Trade trade(Person person) {
        return Trades.ALL.stream()
                .filter(trade -> trade.name().equals(person.trade()))
                .findFirst()
                .orElseThrow();
    }

    private Dice dice(long purpose, long... concerned) {
        return Dice.of(
                town.seed(),
                purpose,
                concerned.length,
                concerned[0],
                concerned[concerned.length - 1]);
    }
}
