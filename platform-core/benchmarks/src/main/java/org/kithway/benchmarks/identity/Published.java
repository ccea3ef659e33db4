package org.kithway.benchmarks.identity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The best figures that others tell of a set without training on its truth.
 *
 * @param set the name that the set's files have where it is handed out
 * @param f1 of pairs, or the mean reciprocal rank of networks
 * @param source who reached it
 */
public record Published(Pattern set, double f1, String source) {
    private static final List<Published> ALL =
            List.of(
                    new Published(Pattern.compile("dataset3\\.csv"), 0.9954, "Splink, FEBRL3"),
                    new Published(Pattern.compile("fake_1000\\.csv"), 0.8617, "Splink's notebook"),
                    new Published(
                            Pattern.compile("fake_20000\\.csv"), 0.7010, "Splink, as run by us"),
                    new Published(
                            Pattern.compile("RLdata10000\\.csv"), 0.9467, "Splink, as run by us"),
                    new Published(
                            Pattern.compile("(DBLP|ACM).*"),
                            0.972,
                            "GoldenMatch, by its own account"),
                    new Published(Pattern.compile("phone-email"), 0.404, "a plain baseline"),
                    new Published(Pattern.compile("douban"), 0.233, "a plain baseline"),
                    new Published(
                            Pattern.compile(".*author names.*"),
                            0.7796,
                            "GHAC, number of people unknown"));

    /** What is known of a set, in words; a dash if nothing is. */
    public static String of(String name) {
        return ALL.stream()
                .filter(known -> known.set.matcher(name).matches())
                .map(known -> String.format(Locale.ROOT, "%.4f (%s)", known.f1, known.source))
                .findFirst()
                .orElse("-");
    }
}
