package org.kithway.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The demonstration: a few members of the town's cooperative, their archives, and what to ask
 * first.
 */
public final class DemoTown {
    private static final long SEED = 1;
    private static final int PEOPLE = 3_000;
    private static final int MEMBERS = 6;

    /**
     * A member's archive on disk.
     *
     * @param site the site's name in facts
     * @param records how many records each file in it holds
     */
    public record Archive(
            Person member, String site, Path file, SequencedMap<String, Long> records) {}

    /** Writes one kind of archive. */
    private interface Writer {
        SequencedMap<String, Long> write(OutputStream out) throws IOException;
    }

    /**
     * Questions that the archives have good answers to.
     *
     * @param expertTopic a subject that several well-endorsed people know
     * @param routeQuery finds an executive whom only one of the members knows
     * @param routeTarget that executive's name
     * @param routeFrom the name of a member who is connected neither with the executive nor with
     *     the member who knows the executive, but shares connections with the latter
     * @param peopleQuery finds colleagues by title and firm
     */
    public record Questions(
            String expertTopic,
            String routeQuery,
            String routeTarget,
            String routeFrom,
            String peopleQuery) {}

    private final Town town;
    private final List<Person> members;

    private DemoTown(Town town, List<Person> members) {
        this.town = town;
        this.members = members;
    }

    /** The same demonstration every time. */
    public static DemoTown create() {
        Town town = Town.of(SEED, PEOPLE);
        return new DemoTown(town, town.members(MEMBERS));
    }

    /** The town in which it takes place. */
    public Town town() {
        return town;
    }

    /** Those whose archives are written. */
    public List<Person> members() {
        return members;
    }

    /**
     * Writes each member's complete archive, under the site's file name, to a folder of its own.
     */
    public List<Archive> writeArchives(Path folder) throws IOException {
        return writeArchives(folder, LinkedInArchive.Options.COMPLETE);
    }

    /** Writes each member's archive, under the site's file name, to a folder of its own. */
    public List<Archive> writeArchives(Path folder, LinkedInArchive.Options options)
            throws IOException {
        List<Archive> archives = new ArrayList<>();
        for (Person member : members) {
            Path own = Files.createDirectories(folder.resolve(Names.ascii(member.name())));
            Path file = own.resolve(options.fileName());
            archives.add(
                    new Archive(
                            member,
                            "linkedin",
                            file,
                            LinkedInArchive.write(town, member, file, options)));
        }
        return List.copyOf(archives);
    }

    /**
     * Writes what each member has at all sites, their address book and their mail, under the usual
     * file names, to a folder of the member's own. Each member's archive of the site for work comes
     * first.
     */
    public List<Archive> writeAllArchives(Path folder) throws IOException {
        List<Archive> archives = new ArrayList<>(writeArchives(folder));
        for (Person member : members) {
            Path own = folder.resolve(Names.ascii(member.name()));
            String name = Names.ascii(member.name());
            archives.add(
                    archive(
                            member,
                            "facebook",
                            own.resolve("facebook-" + name + "-2025-11-14.zip"),
                            out -> FacebookArchive.write(town, member, out)));
            archives.add(
                    archive(
                            member,
                            "twitter",
                            own.resolve("twitter-2025-11-14-" + name + ".zip"),
                            out -> TwitterArchive.write(town, member, out)));
            archives.add(
                    archive(
                            member,
                            "myspace",
                            own.resolve("myspace-" + name + ".zip"),
                            out -> MySpaceCapture.write(town, member, out)));
            archives.add(
                    archive(
                            member,
                            "blogger",
                            own.resolve("blog-" + name + ".zip"),
                            out -> BloggerArchive.write(town, member, out)));
            archives.add(
                    archive(
                            member,
                            "contacts",
                            own.resolve("contacts.vcf"),
                            out -> AddressBook.write(town, member, out, "contacts.vcf")));
            archives.add(
                    archive(
                            member,
                            "mail",
                            own.resolve("All mail.mbox"),
                            out -> Mailbox.write(town, member, out, "All mail.mbox")));
        }
        return List.copyOf(archives);
    }

    private static Archive archive(Person member, String site, Path file, Writer writer)
            throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            return new Archive(member, site, file, writer.write(out));
        }
    }

    /** What to ask once the archives are imported. */
    public Questions questions() {
        Route route =
                executives()
                        .flatMap(executive -> route(executive).stream())
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException("No executive is out of direct reach."));
        Position office = route.executive().positionOn(Town.TODAY).orElseThrow();
        return new Questions(
                "solar inverters",
                bothOf(office),
                route.executive().name(),
                route.from().name(),
                bothOf(mostFrequentJob()));
    }

    private record Route(Person executive, Person from) {}

    /** Those of the firms with the most staff first. */
    private Stream<Person> executives() {
        Map<Company, Long> staff =
                town.people().stream()
                        .flatMap(person -> person.positionOn(Town.TODAY).stream())
                        .collect(Collectors.groupingBy(Position::company, Collectors.counting()));
        return town.people().stream()
                .filter(person -> !person.closed())
                .filter(person ->
                        person.positionOn(Town.TODAY)
                                .filter(job -> job.title().equals("Chief Financial Officer"))
                                .isPresent())
                .sorted(
                        Comparator.comparing((Person person) ->
                                        staff.get(
                                                person.positionOn(Town.TODAY)
                                                        .orElseThrow()
                                                        .company()))
                                .reversed()
                                .thenComparing(Person::id));
    }

    private Optional<Route> route(Person executive) {
        List<Person> knowing =
                members.stream().filter(member -> strength(member, executive) > 0).toList();
        if (knowing.size() != 1 || strength(knowing.getFirst(), executive) < 0.3) {
            return Optional.empty();
        }
        Person broker = knowing.getFirst();
        return members.stream()
                .filter(member -> member != broker && strength(member, broker) == 0)
                .max(Comparator.comparingInt((Person member) -> sharedFriends(member, broker)))
                .filter(member -> sharedFriends(member, broker) > 0)
                .map(member -> new Route(executive, member));
    }

    /** Connections whom both know more than by sight. */
    private int sharedFriends(Person one, Person other) {
        return (int)
                town.friendsOf(one).stream()
                        .filter(friendship -> friendship.strength() >= 0.3)
                        .map(friendship -> town.person(friendship.other(one.id())))
                        .filter(friend -> !friend.closed() && strength(friend, other) >= 0.3)
                        .count();
    }

    private double strength(Person one, Person other) {
        return town.friendship(one, other).map(Friendship::strength).orElse(0.0);
    }

    /** The job that most of the members' connections hold at one firm. */
    private Position mostFrequentJob() {
        Set<Person> known = new LinkedHashSet<>();
        for (Person member : members) {
            town.friendsOf(member).forEach(pair -> known.add(town.person(pair.other(member.id()))));
        }
        Map<String, List<Position>> jobs =
                known.stream()
                        .filter(person -> !person.closed())
                        .flatMap(person -> person.positionOn(Town.TODAY).stream())
                        .collect(Collectors.groupingBy(DemoTown::bothOf));
        return jobs.entrySet().stream()
                .max(
                        Comparator.comparingInt((Map.Entry<String, List<Position>> job) ->
                                        job.getValue().size())
                                .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getValue()
                .getFirst();
    }

    private static String bothOf(Position job) {
        return "\"" + job.title() + "\" AND \"" + job.company().name() + "\"";
    }
}
