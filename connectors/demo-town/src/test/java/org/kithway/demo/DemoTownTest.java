package org.kithway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class DemoTownTest {
    private static final DemoTown DEMO = DemoTown.create();

    @TempDir private Path folder;

    @Test
    void theMembersTogetherKnowAbout2000PeopleAndPartlyTheSame() {
        List<Integer> all = DEMO.members().stream().flatMap(DemoTownTest::friends).toList();
        Set<Integer> distinct = new HashSet<>(all);
        assertThat(distinct).hasSizeBetween(1_500, 2_500);
        assertThat(all.size() - distinct.size()).isGreaterThan(300);
    }

    @Test
    void theArchivesAreSmallAndEachHasItsOwnFolder() throws IOException {
        List<DemoTown.Archive> archives = DEMO.writeArchives(folder);
        assertThat(archives.stream().map(DemoTown.Archive::member)).isEqualTo(DEMO.members());
        for (DemoTown.Archive archive : archives) {
            assertThat(archive.file()).hasFileName("Complete_LinkedInDataExport_11-14-2025.zip");
            assertThat(Files.size(archive.file())).isBetween(10_000L, 200_000L);
            assertThat(Zips.records(Files.readAllBytes(archive.file()), "Connections.csv"))
                    .hasSize(
                            Math.toIntExact(archive.records().getOrDefault("Connections.csv", 0L)));
        }
    }

    @Test
    void severalPeopleWithinReachAreExpertsOfTheTopicAndEndorsedForIt() {
        String topic = "Solar Inverters";
        assertThat(DEMO.questions().expertTopic()).isEqualToIgnoringCase(topic);
        Set<Integer> experts = new HashSet<>();
        for (Person member : DEMO.members()) {
            for (Friendship pair : DEMO.town().friendsOf(member)) {
                boolean endorsed =
                        DEMO.town().endorsements(pair, member.id()).stream()
                                .anyMatch(endorsement -> endorsement.skill().equals(topic));
                if (endorsed && DEMO.town().person(pair.other(member.id())).level(topic) >= 0.6) {
                    experts.add(pair.other(member.id()));
                }
            }
        }
        assertThat(experts).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void theExecutiveIsTwoOrThreeHopsAwayFromWhoAsks() {
        DemoTown.Questions questions = DEMO.questions();
        Person target = named(questions.routeTarget());
        Person asking = named(questions.routeFrom());
        List<Person> knowing =
                DEMO.members().stream().filter(member -> connected(member, target)).toList();
        assertThat(knowing).hasSize(1);
        assertThat(connected(asking, knowing.getFirst())).isFalse();
        assertThat(
                        friends(asking)
                                .anyMatch(friend ->
                                        friends(knowing.getFirst()).anyMatch(friend::equals)))
                .isTrue();
        Position office = target.positionOn(Town.TODAY).orElseThrow();
        assertThat(questions.routeQuery()).contains(office.title(), office.company().name());
    }

    @Test
    void thePeopleQueryFindsSeveral() {
        String query = DEMO.questions().peopleQuery();
        assertThat(
                        DEMO.members().stream()
                                .flatMap(DemoTownTest::friends)
                                .distinct()
                                .map(DEMO.town()::person)
                                .filter(person ->
                                        person.positionOn(Town.TODAY)
                                                .filter(job ->
                                                        query.contains('"' + job.title() + '"')
                                                                && query.contains(
                                                                        job.company().name()))
                                                .isPresent()))
                .hasSizeGreaterThan(3);
    }

    private static Stream<Integer> friends(Person person) {
        return DEMO.town().friendsOf(person).stream().map(pair -> pair.other(person.id()));
    }

    private static boolean connected(Person one, Person other) {
        return DEMO.town().friendship(one, other).isPresent();
    }

    private static Person named(String name) {
        List<Person> found =
                DEMO.town().people().stream().filter(p -> p.name().equals(name)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
