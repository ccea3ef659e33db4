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
 */
record Sample(String name, Path export, Path expected) {
    private static final String EXPECTED = "expected.jsonl";

    /** All cases in a folder, by name. */
    static List<Sample> in(Path folder) throws IOException {
        try (Stream<Path> cases = Files.list(folder)) {
            return cases.filter(Files::isDirectory).sorted().map(Sample::of).toList();
        }
    }

    private static Sample of(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> exports = files.filter(f -> !f.endsWith(EXPECTED)).sorted().toList();
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
                    folder.resolve(EXPECTED));
        } catch (IOException e) {
            throw new AssertionError(folder + " cannot be read", e);
        }
    }

    Exports.OpenExport open() throws IOException {
        return Exports.open(export, ExportLimits.DEFAULT);
    }
}
