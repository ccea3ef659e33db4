package org.kithway.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kithway.server.Home;
import org.kithway.server.Kithway;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the documents tell a reader to type can be typed, and what they link to is there. */
class GuideTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern COMMAND =
            Pattern.compile(
                    "(?:^ {4}|^\\$ |`)(?:[A-Z_]+=\\S+ )*\\./kithway ([^`\\n]+)", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

    /** What the script does itself, without the command line. */
    private static final Set<String> OF_THE_SCRIPT = Set.of("test", "package", "bench", "evaluate");

    @TestFactory
    Stream<DynamicTest> everyCommandIsUnderstood() throws IOException {
        return documents().stream()
                .flatMap(document ->
                        commands(document).stream()
                                .map(command ->
                                        DynamicTest.dynamicTest(
                                                ROOT.relativize(document) + ": " + command,
                                                () -> understood(command))));
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                assertThat(document.resolveSibling(link.group(1)))
                        .as("linked from " + ROOT.relativize(document))
                        .exists();
            }
        }
    }

    private static void understood(String command) {
        List<String> words = words(command);
        if (OF_THE_SCRIPT.contains(words.getFirst())) {
            return;
        }
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        CommandLine line = Kithway.commandLine(new Home(Path.of("none")), 8080, nowhere, nowhere);
        assertThatCode(() -> line.parseArgs(words.toArray(String[]::new)))
                .as(command)
                .doesNotThrowAnyException();
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command.replaceFirst("\\s+# .*$", ""));
        while (word.find()) {
            for (int group = 1; group <= 3; group++) {
                if (word.group(group) != null) {
                    words.add(word.group(group));
                }
            }
        }
        return words;
    }

    private static List<String> commands(Path document) {
        try {
            return COMMAND.matcher(Files.readString(document))
                    .results()
                    .map(found -> found.group(1).strip())
                    .filter(command -> !command.contains("…"))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (Path folder : List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("connectors"))) {
            int depth = folder.equals(ROOT) ? 1 : 3;
            try (Stream<Path> files = Files.walk(folder, depth)) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> !file.toString().contains("/target/"))
                        .forEach(documents::add);
            }
        }
        return documents;
    }
}
