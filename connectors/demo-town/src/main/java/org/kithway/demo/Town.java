package org.kithway.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An invented town: people with careers and skills, who is connected with whom and how well, and
 * what they write, endorse and publish. Everything follows from the seed: the same seed and size
 * yield the same town on every machine, in every locale and time zone. What happens between two
 * people is drawn from dice of their own when asked for, so both of them tell the same story.
 *
 * <p>The first {@link #COOPERATIVE_SIZE} people are the cooperative whose archives are exported.
 */
public final class Town {
    /** The town's name. */
    public static final String NAME = "Quellmarsh";

    /** How many people found the cooperative: those whose archives can be exported. */
    public static final int COOPERATIVE_SIZE = 12;

    /** The town's last day: nothing happens after it. */
    public static final LocalDate TODAY = LocalDate.of(2025, 11, 14);

    static final Company COOPERATIVE =
            new Company("Quellmarsh Commons Cooperative", "quellmarsh-commons.example", "");
    static final List<String> PLACES =
            List.of(
                    "Quellmarsh, Norvale",
                    "Brindlewater, Norvale",
                    "Osterfenn, Norvale",
                    "Hollowmere, Norvale",
                    "Skelmstede, Norvale");

    private final long seed;
    private final List<Person> people;
    private final List<Friendship> friendships;
    private final List<List<Friendship>> friendsOf;
    private final Dealings dealings;
    private final Presence presence;

    private Town(long seed, List<Person> people) {
        this.seed = seed;
        this.people = people;
        this.friendships = Acquaintance.among(people, seed, TODAY);
        this.friendsOf = new ArrayList<>();
        people.forEach(_ -> friendsOf.add(new ArrayList<>()));
        for (Friendship friendship : friendships) {
            friendsOf.get(friendship.a()).add(friendship);
            friendsOf.get(friendship.b()).add(friendship);
        }
        this.dealings = new Dealings(this);
        this.presence = new Presence(this);
    }

    /**
     * @param people how many, at least {@value #COOPERATIVE_SIZE}; time and memory grow in
     *     proportion
     * @throws IllegalArgumentException if fewer
     */
    public static Town of(long seed, int people) {
        if (people < COOPERATIVE_SIZE) {
            throw new IllegalArgumentException(
                    "A town needs at least " + COOPERATIVE_SIZE + " people, not " + people + ".");
        }
        return new Town(seed, Population.of(seed, people, TODAY));
    }

    /** What the town follows from. */
    public long seed() {
        return seed;
    }

    /** Everybody, in the order of {@link Person#id()}. */
    public List<Person> people() {
        return people;
    }

    /** The person of that id. */
    public Person person(int id) {
        return people.get(id);
    }

    /**
     * The first members of the cooperative.
     *
     * @param count from 1 to {@value #COOPERATIVE_SIZE}
     */
    public List<Person> members(int count) {
        if (count < 1 || count > COOPERATIVE_SIZE) {
            throw new IllegalArgumentException(
                    "The cooperative has 1 to "
                            + COOPERATIVE_SIZE
                            + " members to offer, not "
                            + count
                            + ".");
        }
        return people.subList(0, count);
    }

    /** All connections, each once, ordered by {@code a}, then {@code b}. */
    public List<Friendship> friendships() {
        return friendships;
    }

    /** A person's connections. */
    public List<Friendship> friendsOf(Person person) {
        return List.copyOf(friendsOf.get(person.id()));
    }

    /**
     * The connection of two people, if they are connected. Takes time proportional to one's
     * connections.
     */
    public Optional<Friendship> friendship(Person one, Person other) {
        return friendsOf.get(one.id()).stream()
                .filter(friendship -> friendship.other(one.id()) == other.id())
                .findFirst();
    }

    /** Under which names people appear at other sites than the one for work. */
    public Presence presence() {
        return presence;
    }

    /** What the two wrote to each other in private, if anything. */
    public Optional<Conversation> conversation(Friendship friendship) {
        return dealings.conversation(friendship);
    }

    /** Conversations of three or more in which the person takes part. */
    public List<Conversation> groupConversations(Person person) {
        return dealings.groups().stream()
                .filter(group -> group.participants().contains(person.id()))
                .toList();
    }

    /** What {@code from} vouches for in the other of the two. */
    public List<Endorsement> endorsements(Friendship friendship, int from) {
        return dealings.endorsements(friendship, from);
    }

    /** What {@code from} publicly wrote of the other of the two, if anything. */
    public Optional<Recommendation> recommendation(Friendship friendship, int from) {
        return dealings.recommendation(friendship, from);
    }

    /** The invitation that made the two connected. */
    public Invitation invitation(Friendship friendship) {
        return dealings.invitation(friendship);
    }

    /**
     * Invitations of a member of the cooperative to or by people outside it, still without an
     * answer.
     */
    public List<Invitation> pendingInvitations(Person member) {
        return dealings.pendingInvitations(member);
    }

    /** Public posts, newest first. */
    public List<Post> posts(Person person) {
        return dealings.posts(person);
    }

    /** Public comments under other people's posts, newest first. */
    public List<Post> comments(Person person) {
        return dealings.comments(person);
    }

    /** Firms that the person follows. */
    public List<Company> follows(Person person) {
        return dealings.follows(person);
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
