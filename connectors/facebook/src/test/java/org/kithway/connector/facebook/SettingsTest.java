package org.kithway.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.connector.Connector;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;
import org.kithway.model.Fact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class SettingsTest {
    private static final Path CASES = Path.of("src", "test", "resources", "exports");

    @Test
    void textsAreKeptOnlyWhereThatWasSet() throws IOException {
        Path export = CASES.resolve("json-2026/facebook-anafictiva-2026-03-04-Xa1b2C3d");
        assertThat(published(export, Map.of())).isEmpty();
        assertThat(published(export, Map.of("keepTexts", "true")))
                .extracting(Fact.Published::text)
                .containsExactly("Secret comment", "x", "Secret post", "Secret thought");
    }

    @Test
    void whatIsWrittenInGroupsAndMessagesIsNeverKept() throws IOException {
        Path export = CASES.resolve("json-2026/facebook-anafictiva-2026-03-04-Xa1b2C3d");
        assertThat(published(export, Map.of("keepTexts", "true")))
                .extracting(Fact.Published::text)
                .doesNotContain("Secret in a group", "Secret words");
    }

    @Test
    void nothingThatIsSecretIsInTheFacts() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            for (Path expected : cases.map(c -> c.resolve("expected.jsonl")).toList()) {
                assertThat(expected).content().doesNotContain("Secret");
            }
        }
    }

    @Test
    void pagesAreReadAtTheAccountsTimeZone() throws IOException {
        Path export = CASES.resolve("html-2026/facebook-anafictiva-2026-05-06-Zz");
        assertThat(facts(export, Map.of("timeZone", "America/New_York")))
                .filteredOn(Fact.Messaged.class::isInstance)
                .extracting(fact -> ((Fact.Messaged) fact).at().toString())
                .contains("2021-06-25T19:33:52Z");
    }

    private static List<Fact.Published> published(Path export, Map<String, String> settings)
            throws IOException {
        return facts(export, settings).stream()
                .filter(Fact.Published.class::isInstance)
                .map(Fact.Published.class::cast)
                .toList();
    }

    private static List<Fact> facts(Path path, Map<String, String> texts) throws IOException {
        FacebookConnector connector = new FacebookConnector();
        Settings settings = Settings.check(connector.descriptor().settings(), texts);
        List<Fact> facts = new ArrayList<>();
        try (Exports.OpenExport export = Exports.open(path, ExportLimits.DEFAULT);
                Connector.Reader reader = connector.open(export, settings)) {
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                if (reading instanceof Reading.Statement statement) {
                    facts.addAll(statement.facts());
                }
            }
        }
        return facts;
    }
}
