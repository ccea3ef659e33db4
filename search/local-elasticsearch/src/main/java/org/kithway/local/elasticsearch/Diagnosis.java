package org.kithway.local.elasticsearch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Says why a node did not start, from what it left in its logs, and what helps. */
final class Diagnosis {
    private static final int LINES = 12;

    /** Neither notices below a warning nor the inner frames of a stack trace say why. */
    private static final Pattern NOISE =
            Pattern.compile("^\\[[^]]*]\\[(INFO |DEBUG|TRACE)].*|^\\s+(at|\\.\\.\\.) .*|\\s*");

    private record Remedy(String sign, String advice) {}

    private static final List<Remedy> REMEDIES =
            List.of(
                    new Remedy("OutOfMemoryError", "Give the node a larger heap (at least 256m)."),
                    new Remedy(
                            "Could not reserve enough space",
                            "The machine has too little free memory for the node's heap: free some,"
                                    + " or make the heap smaller."),
                    new Remedy("No space left on device", "Free some disk space."),
                    new Remedy(
                            "failed to obtain node lock",
                            "Another Elasticsearch uses these data: stop it."),
                    new Remedy(
                            "cannot upgrade a node from version",
                            "The data were written by a newer Elasticsearch: use that one, or"
                                    + " delete the node's folder and rebuild the index."),
                    new Remedy(
                            "java.lang.module.FindException",
                            "Elasticsearch needs all modules of a JDK: a smaller Java runtime lacks"
                                    + " some. Use a JDK 25."),
                    new Remedy("UnsupportedClassVersionError", "Use a newer JDK to run the node."));

    private Diagnosis() {}

    static LocalElasticsearchException of(NodeHome home, IOException cause) {
        List<String> lines = new ArrayList<>();
        lines.addAll(lastLines(home.log()));
        lines.addAll(lastLines(home.output()));
        String advice =
                REMEDIES.stream()
                        .filter(r -> lines.stream().anyMatch(line -> line.contains(r.sign())))
                        .map(Remedy::advice)
                        .findFirst()
                        .orElse("The whole story is in " + home.logs() + ".");
        return new LocalElasticsearchException(
                "Elasticsearch did not start: %s. %s%n%s"
                        .formatted(cause.getMessage(), advice, String.join("\n", lines)),
                cause);
    }

    private static List<String> lastLines(Path file) {
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try {
            List<String> lines =
                    new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !NOISE.matcher(line).matches())
                            .toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        } catch (IOException e) {
            return List.of("(" + file + " cannot be read: " + e + ")");
        }
    }
}
