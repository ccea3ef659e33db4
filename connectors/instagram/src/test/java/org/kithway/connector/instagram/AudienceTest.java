package org.kithway.connector.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.connector.Connector;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;
import org.kithway.model.Fact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class AudienceTest {
    private static final Path CASES = Path.of("src", "test", "resources", "exports");
    private static final Path PUBLIC =
            CASES.resolve("json-2026/instagram-ana.fictiva-2026-03-04-Xa1b2C3d");
    private static final Path PRIVATE = CASES.resolve("json-2021-french/export");

    @Test
    void captionsOfAPublicAccountAreKeptAndCommentsAreNot() throws IOException {
        assertThat(published(PUBLIC, "false"))
                .containsExactly(
                        "Low water at the pumps, thanks @bo.beispiel #hydrology", "Two pictures");
    }

    @Test
    void captionsOfAPrivateAccountAreNotKept() throws IOException {
        assertThat(published(PRIVATE, "false")).isEmpty();
    }

    @Test
    void textsOfUnknownAudienceAreKeptWhereThatWasSet() throws IOException {
        assertThat(published(PRIVATE, "true")).contains("Secret", "Secret picture");
    }

    private static List<String> published(Path path, String keepTexts) throws IOException {
        InstagramConnector connector = new InstagramConnector();
        Settings settings =
                Settings.check(connector.descriptor().settings(), Map.of("keepTexts", keepTexts));
        List<String> texts = new ArrayList<>();
        try (Exports.OpenExport export = Exports.open(path, ExportLimits.DEFAULT);
                Connector.Reader reader = connector.open(export, settings)) {
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                if (reading instanceof Reading.Statement statement) {
                    for (Fact fact : statement.facts()) {
                        if (fact instanceof Fact.Published text) {
                            texts.add(text.text());
                        }
                    }
                }
            }
        }
        return texts;
    }
}
