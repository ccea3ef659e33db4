package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.FactFields;
import org.kithway.model.PartialDate;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

class ConnectionsTest {
    private static final String HEADER =
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
    private static final String ALMA =
            "Alma,Reed,https://www.linkedin.com/in/alma-reed,,Wrenholm Mills,Miller,15 Mar 2019";
    private static final AccountId ALMA_REED = AccountId.of(Accounts.LINKEDIN, "alma-reed");

    @Test
    void aConnectionSaysWhoSinceWhenAndWhereTheyWork() {
        Archive archive =
                new Archive("Basic_LinkedInDataExport_04-17-2026.zip")
                        .with(
                                "Connections.csv",
                                HEADER,
                                "Alma,Reed,https://www.linkedin.com/in/alma-reed,Alma@Example.org,"
                                        + "Wrenholm Mills,Miller,15 Mar 2019");
        assertThat(archive.facts())
                .containsExactly(
                        new Fact.Connected(
                                AccountId.OWNER, ALMA_REED, PartialDate.parse("2019-03-15")),
                        new Fact.Described(ALMA_REED, Fact.Trait.NAME, "Alma Reed"),
                        new Fact.Position(
                                ALMA_REED,
                                "Wrenholm Mills",
                                "Miller",
                                null,
                                null,
                                null,
                                null,
                                PartialDate.parse("2026-04-17")),
                        new Fact.SameAs(ALMA_REED, AccountId.email("alma@example.org")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Notes:\n\"When exporting your connection data, you may notice, that ...\"\n\n",
                "\"Notes:\"\n\"When exporting your connection data, you may notice, that ...\"\n",
                "\"Notes:\nWhen exporting your connection data, you may notice\nthat ...\"\n\n",
                ",,,,,,\n,,,,,,\n,,,,,,\nNotes:,,,,,,\n,,,,,,\n",
                "\n\n  \n"
            })
    void whateverStandsBeforeTheHeaderIsPassedOver(String preamble) {
        Archive archive =
                new Archive("c.csv")
                        .with(
                                "c.csv",
                                StandardCharsets.UTF_8,
                                preamble + HEADER + "\n" + ALMA + "\n");
        assertThat(archive.isRecognized()).isTrue();
        assertThat(archive.outcomes()).containsExactly("c.csv:1 kept");
    }

    @Test
    void aNotedGenerationWithoutAddressesKnowsContactsByEmailOrName() {
        List<Fact> facts =
                Archive.of(
                                "Connections.csv",
                                "First Name,Last Name,Email Address,Company,Position,Connected On",
                                "Alma,Reed,alma@example.org,,,\"1/8/18, 6:14 PM\"",
                                "Bo,Field,,,,\"1/8/18, 6:15 PM\"")
                        .facts();
        assertThat(facts)
                .filteredOn(Fact.Connected.class::isInstance)
                .extracting(FactFields::of)
                .extracting(fields -> fields.get("subject") + " " + fields.get("object"))
                .containsExactly(
                        "email:alma@example.org kithway:owner", "kithway:owner linkedin~Bo Field");
    }

    @Test
    void aRowWithoutAnyNameIsAClosedAccount() {
        assertThat(Archive.of("Connections.csv", HEADER, ",,,,,,04 Jul 2023", ALMA).outcomes())
                .containsExactly(
                        "Connections.csv:1 withheld: closed account", "Connections.csv:2 kept");
    }

    @Test
    void anAddressWithoutANameIsStillAConnection() {
        assertThat(
                        Archive.of(
                                        "Connections.csv",
                                        HEADER,
                                        ",,https://www.linkedin.com/in/alma-reed,,,,04 Jul 2023")
                                .facts())
                .containsExactly(
                        new Fact.Connected(
                                AccountId.OWNER, ALMA_REED, PartialDate.parse("2023-07-04")));
    }

    @Test
    void whatExcelMadeOfItIsRead() {
        Archive archive =
                new Archive("archive.zip")
                        .with(
                                "Connections.csv",
                                StandardCharsets.UTF_8,
                                HEADER
                                        + "\r\nAlma,Reed,https://www.linkedin.com/in/alma-reed,NA,NA,NA,18-Jun-24"
                                        + "\r\n");
        assertThat(archive.facts())
                .containsExactly(
                        new Fact.Connected(
                                AccountId.OWNER, ALMA_REED, PartialDate.parse("2024-06-18")),
                        new Fact.Described(ALMA_REED, Fact.Trait.NAME, "Alma Reed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-8", "UTF-16"})
    void everyEncodingGivesTheSameName(String charset) {
        Archive archive =
                new Archive("archive.zip")
                        .with(
                                "Kontakte.csv",
                                Charset.forName(charset),
                                HEADER + "\nJörg,Müller,,,,,01 Jan 2020\n");
        assertThat(archive.isRecognized()).isTrue();
        assertThat(archive.facts())
                .contains(
                        new Fact.Connected(
                                AccountId.OWNER,
                                AccountId.named(Accounts.LINKEDIN, "Jörg Müller"),
                                PartialDate.parse("2020-01-01")));
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void everySeparatorAndAByteOrderMarkAreUnderstood(char separator) {
        String text = "\uFEFF" + (HEADER + "\n" + ALMA + "\n").replace(',', separator);
        Archive archive = new Archive("a").with("a.csv", StandardCharsets.UTF_8, text);
        assertThat(archive.isRecognized()).isTrue();
        assertThat(archive.outcomes()).containsExactly("a.csv:1 kept");
    }

    @Test
    void theFourSpellingsOfOneAddressAreOneContact() {
        assertThat(
                        Archive.of(
                                        "Connections.csv",
                                        HEADER,
                                        "A,R,https://www.linkedin.com/in/alma-reed,,,,01 Jan 2020",
                                        "A,R,https://linkedin.com/in/Alma-Reed/,,,,01 Jan 2020",
                                        "A,R,http://de.linkedin.com/in/alma-reed?trk=x,,,,01 Jan 2020",
                                        "A,R,www.linkedin.com/in/alma%2Dreed#about,,,,01 Jan 2020")
                                .facts())
                .filteredOn(Fact.Connected.class::isInstance)
                .hasSize(4)
                .containsOnly(
                        new Fact.Connected(
                                AccountId.OWNER, ALMA_REED, PartialDate.parse("2020-01-01")));
    }
}
