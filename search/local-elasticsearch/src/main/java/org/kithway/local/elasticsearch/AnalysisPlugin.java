package org.kithway.local.elasticsearch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The plugin {@code kithway-analysis}, taken from the class path, wherever that is: a jar, a jar
 * within an application's jar, or a build's folder of classes.
 */
final class AnalysisPlugin {
    private static final String NAME = "kithway-analysis";
    private static final String PACKAGE = "org/kithway/analysis/";
    private static final String DESCRIPTOR = "plugin-descriptor.properties";

    private AnalysisPlugin() {}

    /** Lays the plugin out in a node's folder of plugins. */
    static void install(Path plugins) throws IOException {
        Map<String, byte[]> files = read();
        byte[] descriptor = files.remove(PACKAGE + DESCRIPTOR);
        Path plugin = Files.createDirectories(plugins.resolve(NAME));
        Files.write(plugin.resolve(DESCRIPTOR), descriptor);
        try (OutputStream file = Files.newOutputStream(plugin.resolve(NAME + ".jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            for (var entry : files.entrySet()) {
                // Of one age, so that the same classes make the same jar.
                JarEntry header = new JarEntry(entry.getKey());
                header.setTime(0);
                jar.putNextEntry(header);
                jar.write(entry.getValue());
            }
        }
    }

    private static Map<String, byte[]> read() throws IOException {
        URL descriptor = AnalysisPlugin.class.getClassLoader().getResource(PACKAGE + DESCRIPTOR);
        if (descriptor == null) {
            throw new LocalElasticsearchException(
                    "The module kithway-analysis is not on the class path.");
        }
        Map<String, byte[]> files = new TreeMap<>();
        if (descriptor.openConnection() instanceof JarURLConnection connection) {
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                    if (entry.getName().startsWith(PACKAGE) && !entry.isDirectory()) {
                        try (var in = jar.getInputStream(entry)) {
                            files.put(entry.getName(), in.readAllBytes());
                        }
                    }
                }
            }
        } else {
            Path folder = folder(descriptor);
            try (Stream<Path> found = Files.list(folder)) {
                for (Path file : (Iterable<Path>) found::iterator) {
                    files.put(PACKAGE + file.getFileName(), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static Path folder(URL descriptor) throws IOException {
        try {
            return Path.of(descriptor.toURI()).resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
