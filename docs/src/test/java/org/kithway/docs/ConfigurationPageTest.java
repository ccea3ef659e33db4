package org.kithway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.server.KithwaySettings;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The guide's page of settings is made from their declaration. {@code -Dkithway.golden=write}
 * writes it anew.
 */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("guide", "configuration.md");
    private static final String DECLARATION = "/META-INF/spring-configuration-metadata.json";

    @Test
    void thePageSaysWhatIsDeclared() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("kithway.golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("write it by -Dkithway.golden=write").content().isEqualTo(page);
    }

    @Test
    void everySettingIsDescribed() throws IOException {
        assertThat(settings()).allMatch(setting -> setting.has("description"));
    }

    private static String page() throws IOException {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Configuration

                        Set these with `--set NAME=VALUE` after `serve` or `demo`, or as environment variables: upper case, dots become
                        underscores, dashes go (`KITHWAY_KAFKA_BOOTSTRAPSERVERS`). Give passwords in the environment, never on the command
                        line, where other users of the machine can read them.

                        | Setting | Meaning | If not set |
                        |---|---|---|
                        """);
        for (JsonNode setting : settings()) {
            boolean map = setting.get("type").asString().startsWith("java.util.Map");
            page.append(
                    "| `%s%s` | %s | %s |\n"
                            .formatted(
                                    setting.get("name").asString(),
                                    map ? ".*" : "",
                                    sentence(setting.path("description").asString("")),
                                    setting.has("defaultValue")
                                            ? "`" + setting.get("defaultValue").asString() + "`"
                                            : ""));
        }
        return page.append(
                        """

                        The registry's database is `spring.datasource.url`, `spring.datasource.username` and `spring.datasource.password`, such as
                        `jdbc:postgresql://db/kithway`; a file of H2 in the data folder if not set. `KITHWAY_HOME` names the data folder,
                        `KITHWAY_PORT` the port, `KITHWAY_JAVA_OPTIONS` the options of the server's Java.
                        """)
                .toString();
    }

    private static String sentence(String text) {
        return text.replaceAll("\\{@code (.*?)}", "`$1`").strip();
    }

    private static List<JsonNode> settings() throws IOException {
        try (InputStream in = KithwaySettings.class.getResourceAsStream(DECLARATION)) {
            JsonNode declared = new JsonMapper().readTree(Objects.requireNonNull(in, DECLARATION));
            return declared.get("properties")
                    .valueStream()
                    .sorted(Comparator.comparing(p -> p.get("name").asString()))
                    .toList();
        }
    }
}
