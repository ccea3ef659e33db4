package org.kithway.connector;

import org.jspecify.annotations.Nullable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A folder; links in it are named among the entries and not followed. */
final class FolderExport implements Exports.OpenExport {
    private final String name;
    private final Path root;
    private final Map<String, Meter.Share> files;

    private FolderExport(String name, Path root, Map<String, Meter.Share> files) {
        this.name = name;
        this.root = root;
        this.files = files;
    }

    /**
     * @param root the folder, links resolved
     */
    static FolderExport open(String name, Path root, ExportLimits limits) throws IOException {
        Meter meter = new Meter(name, limits);
        Map<String, Meter.Share> files = new TreeMap<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        String path = pathOf(root, file);
                        String fault = EntryName.fault(path, limits);
                        if (fault != null) {
                            throw new ExportException(
                                    "the name of a file in "
                                            + name
                                            + " "
                                            + fault
                                            + ": rename it or take it out");
                        }
                        if (!EntryName.isLitter(path)) {
                            files.put(path, meter.plain(path));
                        }
                        if (files.size() > limits.entries()) {
                            throw new ExportException(
                                    name + " holds more than " + limits.entries() + " files");
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException cause)
                            throws IOException {
                        throw new ExportException(
                                "a folder in " + name + " cannot be listed: check its permissions",
                                cause);
                    }
                });
        return new FolderExport(name, root, files);
    }

    private static String pathOf(Path root, Path file) {
        StringBuilder path = new StringBuilder();
        for (Path step : root.relativize(file)) {
            path.append(path.isEmpty() ? "" : "/").append(step);
        }
        return path.toString();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> entries() {
        return List.copyOf(files.keySet());
    }

    @Override
    public @Nullable Instant writtenAt() {
        return null;
    }

    @Override
    public InputStream open(String entry) throws IOException {
        Meter.Share share = files.get(entry);
        if (share == null) {
            throw new FileNotFoundException("no such entry in " + name);
        }
        Path file = root.resolve(entry);
        // Looked at again now: what was a file when the folder was listed may be a link since.
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !file.toRealPath().equals(file)) {
            throw new ExportException(
                    entry + " in " + name + " is not a plain file: put the file itself there");
        }
        return new EntryStream(
                entry + " in " + name,
                Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS),
                share,
                null);
    }

    @Override
    public void close() {}
}
