package org.kithway.connector.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kithway.connector.Connector;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class RecognitionTest {
    @TempDir Path folder;

    private boolean recognizes(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        try (Exports.OpenExport export = Exports.open(file, ExportLimits.DEFAULT)) {
            return new MastodonConnector().recognizes(export);
        }
    }

    @Test
    void aTableIsToldByItsHeaderWhateverItsName() throws IOException {
        assertThat(recognizes("table.csv", "Account address,Show boosts\n")).isTrue();
    }

    @Test
    void whomOneMutedOrBlockedIsNotRead() throws IOException {
        assertThat(
                        recognizes(
                                "muted_accounts.csv",
                                "Account address,Hide notifications\na@b.example\n"))
                .isFalse();
        assertThat(recognizes("blocked_accounts.csv", "a@b.example\n")).isFalse();
        assertThat(recognizes("lists.csv", "friends,a@b.example\n")).isFalse();
    }

    @Test
    void otherJsonIsNotRecognized() throws IOException {
        assertThat(recognizes("outbox.json", "{\"orderedItems\": [{}]}")).isFalse();
        assertThat(recognizes("actor.json", "{\"type\": \"Person\"}")).isFalse();
        assertThat(
                        recognizes(
                                "bookmarks.json",
                                "{\"@context\": \"https://www.w3.org/ns/activitystreams\", \"id\":"
                                        + " \"bookmarks.json\", \"type\": \"OrderedCollection\","
                                        + " \"orderedItems\": [\"x\"]}"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://social.example/users/Bo, bo@social.example",
        "https://social.example/@Bo/17, bo@social.example",
        "https://social.example/users/bo/statuses/17?x=1, bo@social.example",
        "https://picos.example/actor.json,",
        "'tag:old.example,2016-11-01:objectId=5:objectType=Status',",
        "https://www.youtube.com/@bo,"
    })
    void addressesTellWhoPublished(String address, String account) {
        String told = String.valueOf(Accounts.of(address)).replace("mastodon:", "");
        assertThat(told).isEqualTo(String.valueOf(account));
    }

    @Test
    void theServerInTheSettingsCompletesAccountsOfATable() throws IOException {
        MastodonConnector connector = new MastodonConnector();
        Path file =
                Files.writeString(
                        folder.resolve("t.csv"), "Account address,Show boosts\nbo,true\n");
        Settings settings =
                Settings.check(
                        connector.descriptor().settings(), Map.of("server", "Social.example"));
        try (Exports.OpenExport export = Exports.open(file, ExportLimits.DEFAULT);
                Connector.Reader reader = connector.open(export, settings)) {
            assertThat(reader.read())
                    .isInstanceOfSatisfying(
                            Reading.Statement.class,
                            it ->
                                    assertThat(it.facts())
                                            .extracting(fact -> String.valueOf(fact.object()))
                                            .isEqualTo(List.of("mastodon:bo@social.example")));
        }
    }
}
