package org.kithway.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The plugin jars that the build has just packed, and copies that say other things of themselves.
 */
record PluginJar(Path file) {
    static final Path PACKED = Path.of("target", "plugins");

    static List<PluginJar> packed() {
        try (Stream<Path> files = Files.list(PACKED)) {
            return files.filter(f -> f.toString().endsWith(".jar"))
                    .sorted()
                    .map(PluginJar::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PluginJar packed(String id) {
        return packed().stream().filter(jar -> jar.id().equals(id)).findFirst().orElseThrow();
    }

    String id() {
        try (InputStream in = Files.newInputStream(file);
                JarInputStream jar = new JarInputStream(in)) {
            return String.valueOf(jar.getManifest().getMainAttributes().getValue("Plugin-Id"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy whose manifest differs. */
    PluginJar saying(Map<String, String> attributes, Path copy) throws IOException {
        return copied(attributes, "", copy);
    }

    /** A copy that lacks the entries whose names match. */
    PluginJar without(String entries, Path copy) throws IOException {
        return copied(Map.of(), entries, copy);
    }

    private PluginJar copied(Map<String, String> attributes, String without, Path copy)
            throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JarInputStream jar = new JarInputStream(in)) {
            Manifest manifest = new Manifest(jar.getManifest());
            attributes.forEach(manifest.getMainAttributes()::putValue);
            try (OutputStream out = Files.newOutputStream(copy);
                    JarOutputStream copied = new JarOutputStream(out, manifest)) {
                for (JarEntry e = jar.getNextJarEntry(); e != null; e = jar.getNextJarEntry()) {
                    if (!e.getName().matches(without)) {
                        copied.putNextEntry(new JarEntry(e.getName()));
                        jar.transferTo(copied);
                    }
                }
            }
        }
        return new PluginJar(copy);
    }
}
