package org.kithway.connector.tck;

import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One case of a connector's samples: a folder that holds an export and, beside it, what is to be
 * read from it.
 *
 * @param export a folder, a zip or a single file
 * @param expected one line of JSON for the manifest, then one for each reading
 * @param forbidden a file that need not exist: what stands in the export and must not be read, a
 *     text on each line
 */
record Sample(String name, Path export, Path expected, Path forbidden) {
    private static final String EXPECTED = "expected.jsonl";
    private static final String FORBIDDEN = "forbidden.txt";

    /** All cases in a folder, by name. */
    static List<Sample> in(Path folder) throws IOException {
        try (Stream<Path> cases = Files.list(folder)) {
            return cases.filter(Files::isDirectory).sorted().map(Sample::of).toList();
        }
    }

    private static Sample of(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> exports =
                    files.filter(f -> !f.endsWith(EXPECTED) && !f.endsWith(FORBIDDEN))
                            .sorted()
                            .toList();
            if (exports.size() != 1) {
                throw new AssertionError(
                        folder
                                + " holds "
                                + exports.size()
                                + " exports beside "
                                + EXPECTED
                                + ": one folder, zip or file belongs there");
            }
            return new Sample(
                    String.valueOf(folder.getFileName()),
                    exports.getFirst(),
                    folder.resolve(EXPECTED),
                    folder.resolve(FORBIDDEN));
        } catch (IOException e) {
            throw new AssertionError(folder + " cannot be read", e);
        }
    }

    /** The texts that must not be read. */
    List<String> forbiddenTexts() throws IOException {
        return Files.exists(forbidden)
                ? Files.readAllLines(forbidden).stream().filter(l -> !l.isBlank()).toList()
                : List.of();
    }

    Exports.OpenExport open() throws IOException {
        return Exports.open(export, ExportLimits.DEFAULT);
    }
}
