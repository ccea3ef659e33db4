package org.kithway.connector.host;

import org.kithway.connector.Connector;
import org.kithway.connector.SdkVersion;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The connectors of a folder of plugin jars.
 *
 * <p>A plugin is one jar with its parsers inside. Its manifest gives {@code Plugin-Id}, {@code
 * Plugin-Version} and {@code Plugin-Requires} (a range of SDK versions), and {@code
 * META-INF/services/org.kithway.connector.Connector} names its connectors. Each plugin has a class
 * loader of its own, which sees the JDK and the SDK and nothing else of this server. That keeps
 * libraries apart; it is no wall against malice: a plugin is trusted code.
 *
 * <p>A plugin that cannot be used is refused with a sentence that says why; the others go on.
 */
public final class ConnectorHost implements AutoCloseable {
    private final Plugins plugins;
    private final List<LoadedConnector> connectors = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private ConnectorHost(Plugins plugins) {
        this.plugins = plugins;
    }

    /**
     * Loads every {@code *.jar} of a folder, in the order of their names.
     *
     * @throws IOException if the folder cannot be listed
     */
    public static ConnectorHost load(Path folder) throws IOException {
        return load(folder, SdkVersion.CURRENT);
    }

    static ConnectorHost load(Path folder, String sdk) throws IOException {
        return load(jarsIn(folder), sdk);
    }

    /**
     * Loads these jars in this order: of two that read one site, or have one id, the first is used
     * and the other refused.
     */
    public static ConnectorHost loadJars(List<Path> jars) {
        return load(jars, SdkVersion.CURRENT);
    }

    private static ConnectorHost load(List<Path> jars, String sdk) {
        List<Path> folders =
                jars.stream().map(jar -> jar.toAbsolutePath().getParent()).distinct().toList();
        ConnectorHost host = new ConnectorHost(new Plugins(folders, sdk));
        for (Path jar : jars) {
            try {
                host.add(jar);
            } catch (Refusal e) {
                host.refused.add(String.valueOf(e.getMessage()));
            }
        }
        return host;
    }

    /**
     * The {@code *.jar} files of a folder, in the order of their names.
     *
     * @throws IOException if the folder cannot be listed
     */
    public static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** All connectors that can be used, in the order of their jars' names. */
    public List<LoadedConnector> connectors() {
        return List.copyOf(connectors);
    }

    /** Why plugins cannot be used, a sentence each. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    private void add(Path jar) throws Refusal {
        PluginDescriptor descriptor = checked(jar);
        String name = "plugin " + descriptor.getPluginId() + " " + descriptor.getVersion();
        try {
            // Loaded and started one by one: PF4J's own loops over all end at the first bad one.
            String id = plugins.loadPlugin(jar);
            if (plugins.startPlugin(id) != PluginState.STARTED) {
                throw new Refusal(name + " does not start");
            }
            connectors.addAll(found(name, jar, plugins.getPlugin(id)));
        } catch (Refusal e) {
            plugins.unloadPlugin(descriptor.getPluginId());
            throw e;
        } catch (PluginRuntimeException e) {
            throw new Refusal(name + " cannot be loaded: " + e.getMessage());
        }
    }

    /** What the jar's manifest says, if this server can meet it. */
    private PluginDescriptor checked(Path jar) throws Refusal {
        PluginDescriptor descriptor;
        try {
            descriptor = plugins.getPluginDescriptorFinder().find(jar);
        } catch (PluginRuntimeException e) {
            throw new Refusal(jar.getFileName() + " is not a plugin: it has no readable manifest");
        }
        String id = descriptor.getPluginId();
        String version = descriptor.getVersion();
        String requires = descriptor.getRequires();
        if (id == null || id.isBlank() || version == null || version.isBlank()) {
            throw new Refusal(
                    jar.getFileName()
                            + " is not a plugin: its manifest gives no Plugin-Id or no"
                            + " Plugin-Version");
        }
        String name = "plugin " + id + " " + version;
        if (requires == null || requires.isBlank() || requires.equals("*")) {
            throw new Refusal(
                    name
                            + " does not say which SDK it needs: give Plugin-Requires in its manifest");
        }
        if (!meets(requires, name)) {
            throw new Refusal(
                    name
                            + " needs SDK "
                            + requires
                            + ", this server has "
                            + plugins.getSystemVersion()
                            + ": update Kithway, or get a version of the plugin for that SDK");
        }
        PluginWrapper same = plugins.getPlugin(id);
        if (same != null) {
            throw new Refusal(
                    name
                            + " in "
                            + jar.getFileName()
                            + " stands beside "
                            + same.getDescriptor().getVersion()
                            + " in "
                            + same.getPluginPath().getFileName()
                            + ": remove one of them");
        }
        return descriptor;
    }

    private boolean meets(String requires, String name) throws Refusal {
        try {
            return plugins.getVersionManager()
                    .checkVersionConstraint(plugins.getSystemVersion(), requires);
        } catch (RuntimeException e) {
            throw new Refusal(name + " has a Plugin-Requires that is no range of versions");
        }
    }

    private List<LoadedConnector> found(String name, Path jar, PluginWrapper plugin)
            throws Refusal {
        ClassLoader loader = plugin.getPluginClassLoader();
        List<LoadedConnector> found = new ArrayList<>();
        try {
            for (Connector connector : ServiceLoader.load(Connector.class, loader)) {
                found.add(
                        new LoadedConnector(
                                new PluginConnector(connector, loader),
                                plugin.getPluginId(),
                                plugin.getDescriptor().getVersion(),
                                jar));
            }
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            throw new Refusal(name + " fails to make its connectors: " + e);
        }
        if (found.isEmpty()) {
            throw new Refusal(
                    name + " names no connector in META-INF/services/" + Connector.class.getName());
        }
        List<LoadedConnector> known = new ArrayList<>(connectors);
        for (LoadedConnector connector : found) {
            for (LoadedConnector other : known) {
                if (siteOf(other).equals(siteOf(connector))) {
                    throw new Refusal(
                            name
                                    + " reads "
                                    + siteOf(connector)
                                    + ", which plugin "
                                    + other.plugin()
                                    + " "
                                    + other.version()
                                    + " reads already: remove one of them");
                }
            }
            known.add(connector);
        }
        return found;
    }

    private static String siteOf(LoadedConnector connector) {
        return connector.connector().descriptor().site().name();
    }

    /** Lets go of all plugins; their connectors can be used no longer. */
    @Override
    public void close() {
        connectors.clear();
        // PF4J 3.15's stopPlugins() and unloadPlugins() walk the very lists that they shorten.
        for (PluginWrapper plugin : List.copyOf(plugins.getPlugins())) {
            plugins.stopPlugin(plugin.getPluginId());
            plugins.unloadPlugin(plugin.getPluginId());
        }
    }

    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        Refusal(String message) {
            super(message);
        }
    }
}
