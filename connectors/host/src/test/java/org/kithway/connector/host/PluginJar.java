package org.kithway.connector.host;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a small plugin and packs it. */
final class PluginJar {
    private static final String SERVICE = "META-INF/services/org.kithway.connector.Connector";

    private String classPath = System.getProperty("java.class.path");
    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();

    static PluginJar of(String id, String version) {
        return new PluginJar()
                .manifest("Plugin-Id", id)
                .manifest("Plugin-Version", version)
                .manifest("Plugin-Requires", ">=1.0.0 & <2.0.0");
    }

    PluginJar manifest(String name, String value) {
        manifest.put(name, value);
        return this;
    }

    PluginJar without(String name) {
        manifest.remove(name);
        return this;
    }

    /** Compiled against these jars instead of today's classes. */
    PluginJar against(Path... jars) {
        classPath = Stream.of(jars).map(Path::toString).collect(joining(File.pathSeparator));
        return this;
    }

    PluginJar source(String type, String source) {
        sources.put(type, source);
        return this;
    }

    PluginJar resource(String path, String content) {
        resources.put(path, content);
        return this;
    }

    /** A connector of a site, whose title is an expression and whose recognition a statement. */
    PluginJar connector(String type, String site, String title, String recognition) {
        resources.merge(SERVICE, "plugin." + type + "\n", String::concat);
        return source(
                "plugin." + type,
                """
                package plugin;
                import java.util.*;
                import org.kithway.connector.*;
                import org.kithway.model.Site;
                public class %s implements Connector {
                    public Descriptor descriptor() {
                        return new Descriptor(new Site("%s"), %s, Set.of(), List.of(), List.of(),
                                List.of(), Set.of(), List.of());
                    }
                    public boolean recognizes(Export export) { %s }
                    public Reader open(Export export, Settings settings) {
                        return new Reader() {
                            public Reading read() {
                                return new Reading.Rejection(
                                        org.kithway.model.Place.of("x"), "" + loader());
                            }
                            public Manifest manifest() {
                                return new Manifest(null, null, Map.of("x", "" + loader()));
                            }
                            public void close() {}
                            private boolean loader() {
                                return Thread.currentThread().getContextClassLoader()
                                        == getClass().getClassLoader();
                            }
                        };
                    }
                }
                """
                        .formatted(type, site, title, recognition));
    }

    PluginJar connector(String type, String site) {
        return connector(type, site, "\"Test\"", "return false;");
    }

    Path writeTo(Path jar) throws IOException {
        Path classes = Files.createTempDirectory(jar.getParent(), "classes");
        compile(classes);
        Manifest described = new Manifest();
        described.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach(described.getMainAttributes()::putValue);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, described);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path type : compiled.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(type).toString().replace('\\', '/')));
                Files.copy(type, out);
            }
            for (Map.Entry<String, String> resource : resources.entrySet()) {
                out.putNextEntry(new JarEntry(resource.getKey()));
                out.write(resource.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private void compile(Path classes) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> files = new ArrayList<>();
        Path folder = Files.createTempDirectory(classes.getParent(), "sources");
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of("-proc:none", "-d", classes.toString(), "-cp", classPath);
            if (!compiler.getTask(
                            said,
                            manager,
                            null,
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call()) {
                throw new AssertionError(said.toString());
            }
        }
    }
}
