package org.kithway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.demo.Presence.Account;
import org.kithway.demo.Presence.Site;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

class AllArchivesTest {
    private static final DemoTown DEMO = DemoTown.create();
    private static List<DemoTown.Archive> archives = List.of();

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        archives = DEMO.writeAllArchives(folder);
    }

    @Test
    void everyMemberHasOneOfEachSite() {
        assertThat(archives).hasSize(7 * DEMO.members().size());
        assertThat(archives)
                .extracting(DemoTown.Archive::site)
                .contains(
                        "linkedin",
                        "facebook",
                        "twitter",
                        "myspace",
                        "blogger",
                        "contacts",
                        "mail");
        assertThat(archives)
                .allMatch(archive ->
                        archive.records().values().stream().mapToLong(Long::longValue).sum() > 0);
    }

    @Test
    void theSameTownWritesTheSameBytes(@TempDir Path again) throws IOException {
        List<DemoTown.Archive> second = DemoTown.create().writeAllArchives(again);
        for (int i = 0; i < archives.size(); i++) {
            assertThat(second.get(i).file()).hasSameBinaryContentAs(archives.get(i).file());
        }
    }

    @Test
    void numbersAreGivenOnceAtEachSite() {
        for (Site site : Site.values()) {
            Set<Long> numbers = new HashSet<>();
            for (Person person : DEMO.town().people()) {
                DEMO.town()
                        .presence()
                        .account(person, site)
                        .ifPresent(account -> assertThat(numbers.add(account.number())).isTrue());
            }
            assertThat(numbers).isNotEmpty();
        }
    }

    @Test
    void someGoByAnotherNameElsewhere() {
        long other =
                DEMO.town().people().stream()
                        .flatMap(person ->
                                DEMO
                                        .town()
                                        .presence()
                                        .account(person, Site.FACEBOOK)
                                        .filter(account -> !account.name().equals(person.name()))
                                        .stream())
                        .count();
        assertThat(other).isPositive();
    }

    @Test
    void facebooksFriendsAreValidJsonInBytesOfUtf8() throws IOException {
        DemoTown.Archive archive = of("facebook");
        Map<String, String> texts = Zips.texts(Files.readAllBytes(archive.file()));
        for (Map.Entry<String, String> text : texts.entrySet()) {
            assertThat(text.getValue()).matches("\\p{ASCII}*");
            assertThat(new JsonMapper().readTree(text.getValue())).isNotNull();
        }
        JsonNode friends =
                new JsonMapper()
                        .readTree(texts.get("connections/friends/your_friends.json"))
                        .get("friends_v2");
        String shown = friends.get(0).get("name").asString();
        String repaired =
                new String(shown.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        assertThat(
                        DEMO.town().people().stream()
                                .flatMap(person ->
                                        DEMO
                                                .town()
                                                .presence()
                                                .account(person, Site.FACEBOOK)
                                                .stream())
                                .map(Account::name))
                .contains(repaired);
    }

    @Test
    void twittersFilesAreJsonBehindAnAssignment() throws IOException {
        for (String text : Zips.texts(Files.readAllBytes(of("twitter").file())).values()) {
            assertThat(text).startsWith("window.YTD.");
            JsonNode records = new JsonMapper().readTree(text.substring(text.indexOf('=') + 1));
            assertThat(records.isArray()).isTrue();
        }
    }

    @Test
    void theBlogIsWellFormed() throws Exception {
        DemoTown.Archive blog = of("blogger");
        String text = Zips.texts(Files.readAllBytes(blog.file())).values().iterator().next();
        int entries =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                        .getElementsByTagName("entry")
                        .getLength();
        assertThat(blog.records().values()).containsExactly((long) entries);
    }

    @Test
    void cardsAndLettersAreAsManyAsCounted() throws IOException {
        assertThat(count(of("contacts"), "BEGIN:VCARD")).isPositive();
        assertThat(of("contacts").records().values())
                .containsExactly(count(of("contacts"), "BEGIN:VCARD"));
        assertThat(of("mail").records().values()).containsExactly(count(of("mail"), "From "));
    }

    private static long count(DemoTown.Archive archive, String lineStart) throws IOException {
        try (var lines = Files.lines(archive.file())) {
            return lines.filter(line -> line.startsWith(lineStart)).count();
        }
    }

    private static DemoTown.Archive of(String site) {
        return archives.stream().filter(a -> a.site().equals(site)).findFirst().orElseThrow();
    }
}
