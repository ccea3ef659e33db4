package org.kithway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.demo.LinkedInArchive.Options;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class LinkedInArchiveTest {
    private static final Town TOWN = Town.of(42, 600);
    private static final Person MEMBER = TOWN.person(1);

    @Test
    void theSameSeedYieldsTheSameBytesInEveryLocaleAndTimeZone() throws IOException {
        byte[] here = Zips.archive(TOWN, MEMBER, Options.COMPLETE);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(Zips.archive(Town.of(42, 600), MEMBER, Options.COMPLETE))
                        .as(tag)
                        .isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anotherSeedYieldsAnotherTown() throws IOException {
        Town other = Town.of(43, 600);
        assertThat(Zips.archive(other, other.person(1), Options.COMPLETE))
                .isNotEqualTo(Zips.archive(TOWN, MEMBER, Options.COMPLETE));
    }

    @Test
    void everyFileHoldsAsManyRecordsAsReportedEachAsWideAsItsHeader() throws IOException {
        for (Options options : List.of(Options.COMPLETE, Options.BASIC)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            var reported = LinkedInArchive.write(TOWN, MEMBER, out, options);
            var texts = Zips.texts(out.toByteArray());
            assertThat(texts.keySet()).containsExactlyElementsOf(reported.keySet());
            for (String file : texts.sequencedKeySet()) {
                List<List<String>> records = Zips.records(out.toByteArray(), file);
                List<List<String>> all = Csv.parse(texts.getOrDefault(file, ""));
                assertThat(records)
                        .as(file)
                        .hasSize(Math.toIntExact(reported.getOrDefault(file, 0L)));
                assertThat(records)
                        .as(file)
                        .allMatch(record ->
                                record.size() == all.get(all.size() - records.size() - 1).size());
            }
        }
    }

    @Test
    void basicLacksWhatOnlyACompleteExportHolds() throws IOException {
        assertThat(Zips.texts(Zips.archive(TOWN, MEMBER, Options.BASIC)).keySet())
                .contains("Connections.csv", "messages.csv", "Skills.csv")
                .doesNotContain(
                        "Shares.csv", "Comments.csv", "SearchQueries.csv", "Ad_Targeting.csv");
        assertThat(Options.BASIC.fileName()).isEqualTo("Basic_LinkedInDataExport_11-14-2025.zip");
        assertThat(Options.COMPLETE.fileName())
                .isEqualTo("Complete_LinkedInDataExport_11-14-2025.zip");
    }

    @Test
    void datesHaveEachFilesOwnForm() throws IOException {
        byte[] zip = Zips.archive(TOWN, MEMBER, Options.COMPLETE);
        assertThat(column(zip, "Connections.csv", 6))
                .allMatch(s -> s.matches("\\d\\d [A-Z][a-z]{2} \\d{4}"));
        assertThat(column(zip, "Invitations.csv", 2))
                .allMatch(s -> s.matches("\\d{1,2}/\\d{1,2}/\\d\\d, \\d{1,2}:\\d\\d [AP]M"));
        assertThat(column(zip, "messages.csv", 6))
                .allMatch(s -> s.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC"));
        assertThat(column(zip, "Endorsement_Given_Info.csv", 0))
                .allMatch(s -> s.matches("\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d UTC"));
        assertThat(column(zip, "Company Follows.csv", 1))
                .allMatch(s ->
                        s.matches(
                                "[A-Z][a-z]{2} [A-Z][a-z]{2} \\d\\d \\d\\d:\\d\\d:\\d\\d UTC \\d{4}"));
        assertThat(column(zip, "Shares.csv", 0))
                .allMatch(s -> s.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"));
        assertThat(column(zip, "Positions.csv", 4))
                .allMatch(s -> s.matches("[A-Z][a-z]{2} \\d{4}"));
    }

    @Test
    void addressesArePercentEncodedInConnectionsAlone() throws IOException {
        byte[] zip = Zips.archive(TOWN, MEMBER, Options.COMPLETE);
        List<String> encoded = column(zip, "Connections.csv", 2);
        assertThat(encoded).allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode);
        Set<String> slugs = new HashSet<>();
        encoded.forEach(url -> slugs.add(URLDecoder.decode(lastPart(url), StandardCharsets.UTF_8)));
        List<String> endorsed = column(zip, "Endorsement_Received_Info.csv", 4);
        assertThat(encoded).anyMatch(url -> url.contains("%"));
        assertThat(endorsed).isNotEmpty().allMatch(url -> url.startsWith("www.linkedin.com/in/"));
        assertThat(slugs)
                .containsAll(endorsed.stream().map(LinkedInArchiveTest::lastPart).toList());
    }

    @Test
    void nothingPointsToTheRealWorldButTheSitesOwnPages() throws IOException {
        Pattern host = Pattern.compile("(?:https?://|www\\.|[\\w.]@)([^/,\\s\"\\]>)]+)");
        for (String text : Zips.texts(Zips.archive(TOWN, MEMBER, Options.COMPLETE)).values()) {
            for (Matcher at = host.matcher(text); at.find(); ) {
                assertThat(at.group(1).replaceAll("\\.$", ""))
                        .matches("(www\\.)?linkedin\\.com|.*\\.example");
            }
            assertThat(text.replaceAll("www\\.linkedin\\.com/in/", "")).doesNotContain("/in/");
        }
    }

    @Test
    void membersAppearInEachOthersConnectionsOrInNeither() throws IOException {
        List<Person> members = TOWN.members(Town.COOPERATIVE_SIZE);
        int mutual = 0;
        for (Person one : members) {
            for (Person other : members) {
                assertThat(connects(one, other)).isEqualTo(connects(other, one));
                mutual += connects(one, other) ? 1 : 0;
            }
        }
        assertThat(mutual).isPositive();
    }

    @Test
    void bothSidesOfAConversationHoldItsMessages() throws IOException {
        int messages = 0;
        for (int id = 0; id + 1 < Town.COOPERATIVE_SIZE; id++) {
            Person one = TOWN.person(id);
            Person other = TOWN.person(id + 1);
            List<String> seenByOne = messagesBetween(one, other, one);
            assertThat(messagesBetween(one, other, other))
                    .containsExactlyInAnyOrderElementsOf(seenByOne);
            messages += seenByOne.size();
        }
        assertThat(messages).isGreaterThan(50);
    }

    @Test
    void theCanaryStandsInPrivateTextsAndNowhereElse() throws IOException {
        String canary = "kanarienvogel-7";
        var planted = Zips.texts(Zips.archive(TOWN, MEMBER, Options.COMPLETE.withCanary(canary)));
        var plain = Zips.texts(Zips.archive(TOWN, MEMBER, Options.COMPLETE));
        assertThat(
                        planted.entrySet().stream()
                                .filter(file -> file.getValue().contains(canary))
                                .map(f -> f.getKey()))
                .containsExactlyInAnyOrder(
                        "Invitations.csv", "messages.csv", "SearchQueries.csv", "Ad_Targeting.csv");
        assertThat(plain.values()).noneMatch(text -> text.contains(canary));
    }

    @Test
    void closedAccountsLeaveOnlyADate() throws IOException {
        long closed =
                TOWN.friendsOf(MEMBER).stream()
                        .filter(pair -> TOWN.person(pair.other(MEMBER.id())).closed())
                        .count();
        List<List<String>> blank =
                Zips.records(Zips.archive(TOWN, MEMBER, Options.COMPLETE), "Connections.csv")
                        .stream()
                        .filter(record -> record.getFirst().isEmpty())
                        .toList();
        assertThat(blank).hasSize(Math.toIntExact(closed)).isNotEmpty();
        assertThat(blank).allMatch(record -> String.join("", record).equals(record.getLast()));
    }

    @Test
    void anOlderExportHoldsNothingLater() throws IOException {
        LocalDate day = LocalDate.of(2021, 3, 1);
        byte[] older = Zips.archive(TOWN, MEMBER, Options.COMPLETE.asOf(day));
        byte[] newer = Zips.archive(TOWN, MEMBER, Options.COMPLETE);
        assertThat(column(older, "messages.csv", 6))
                .isNotEmpty()
                .allMatch(at -> at.compareTo("2021-03-02") < 0);
        assertThat(column(newer, "Connections.csv", 2))
                .containsAll(column(older, "Connections.csv", 2))
                .hasSizeGreaterThan(column(older, "Connections.csv", 2).size());
        assertThat(column(older, "Endorsement_Given_Info.csv", 0))
                .allMatch(at -> at.compareTo("2021/03/02") < 0);
    }

    @Test
    void lineBreaksOfSharesCarryQuotesAsOnTheSite() throws IOException {
        String shares = Zips.texts(Zips.archive(TOWN, MEMBER, Options.COMPLETE)).get("Shares.csv");
        assertThat(shares).contains("\"\"\n\"\"\"\"\n\"\"What is your experience?\"\"\n\"\"#");
        assertThat(column(Zips.archive(TOWN, MEMBER, Options.COMPLETE), "Shares.csv", 2))
                .anyMatch(text -> text.contains("\"\n\"\"\n\"What is your experience?\"\n\"#"));
    }

    private static boolean connects(Person one, Person other) throws IOException {
        return column(Zips.archive(TOWN, one, Options.COMPLETE), "Connections.csv", 2).stream()
                .map(url -> URLDecoder.decode(lastPart(url), StandardCharsets.UTF_8))
                .anyMatch(other.slug()::equals);
    }

    private static List<String> messagesBetween(Person one, Person other, Person owner)
            throws IOException {
        Set<String> both = Set.of(LinkedInArchive.address(one), LinkedInArchive.address(other));
        return Zips.records(Zips.archive(TOWN, owner, Options.COMPLETE), "messages.csv").stream()
                .filter(record -> record.get(11).equals("No"))
                .filter(record -> both.contains(record.get(3)) && both.contains(record.get(5)))
                .map(record -> String.join("|", record))
                .toList();
    }

    private static List<String> column(byte[] zip, String file, int column) throws IOException {
        return Zips.records(zip, file).stream().map(record -> record.get(column)).toList();
    }

    private static String lastPart(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
