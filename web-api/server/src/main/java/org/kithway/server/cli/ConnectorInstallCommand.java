package org.kithway.server.cli;

import org.kithway.connector.host.ConnectorHost;
import org.kithway.connector.host.LoadedConnector;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

@Command(
        name = "install",
        description = {
            "Add a plugin to this instance, or put another version in the place of one.",
            "A plugin is code that runs with all of Kithway's rights: install only what you trust."
        })
final class ConnectorInstallCommand extends JsonCommand {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    private final PluginFolders folders;

    @Parameters(paramLabel = "PLUGIN.jar", description = "The plugin.")
    private Path jar = Path.of("");

    ConnectorInstallCommand(Console console, PluginFolders folders) {
        super(console);
        this.folders = folders;
    }

    /** The file that an installed plugin is kept in. */
    static Path file(PluginFolders folders, String id) {
        if (!ID.matcher(id).matches()) {
            throw Failure.usage(
                    "The id of a plugin is made of 1 to 64 of a-z, 0-9, '.' and '-': see"
                            + " kithway connector list.");
        }
        return folders.installed().resolve(id + ".jar");
    }

    /** A jar that was copied there by hand may have any name. */
    static List<Path> filesOf(PluginFolders folders, String id) {
        Path own = file(folders, id);
        List<Path> files = new ArrayList<>();
        if (Files.exists(own)) {
            files.add(own);
        }
        try (ConnectorHost host =
                ConnectorHost.loadJars(PluginFolders.jarsIn(folders.installed()))) {
            for (LoadedConnector loaded : host.connectors()) {
                if (loaded.plugin().equals(id) && !files.contains(loaded.jar())) {
                    files.add(loaded.jar());
                }
            }
        }
        return files;
    }

    @Override
    int run() {
        if (!Files.isRegularFile(jar)) {
            throw Failure.usage("There is no file " + jar + ": give the path of a plugin's jar.");
        }
        Plugin plugin = loaded();
        refuseIfShipped(plugin);
        List<Path> before = filesOf(folders, plugin.id);
        refuseIfRead(plugin, before);
        Path installed = file(folders, plugin.id);
        try {
            put(installed);
            for (Path other : before) {
                if (!other.equals(installed)) {
                    Files.delete(other);
                }
            }
        } catch (IOException e) {
            throw Failure.unavailable(
                    folders.installed()
                            + " cannot be written ("
                            + e.getClass().getSimpleName()
                            + "): see to its rights and its disk.");
        }
        ObjectNode answer = Api.object();
        answer.put("id", plugin.id).put("version", plugin.version);
        answer.put("replaced", !before.isEmpty()).put("file", installed.toString());
        print(
                answer,
                () ->
                        say(
                                Text.clean(
                                        "Installed plugin "
                                                + plugin.id
                                                + " "
                                                + plugin.version
                                                + (before.isEmpty()
                                                        ? ""
                                                        : " in the place of another version")
                                                + ". A server that runs uses it after its next"
                                                + " start.")));
        return Failures.OK;
    }

    private record Plugin(String id, String version, List<String> sites) {}

    private Plugin loaded() {
        try (ConnectorHost host = ConnectorHost.loadJars(List.of(jar))) {
            if (!host.refused().isEmpty()) {
                throw refused(host.refused().getFirst());
            }
            LoadedConnector first = host.connectors().getFirst();
            return new Plugin(
                    first.plugin(),
                    first.version(),
                    host.connectors().stream().map(ConnectorInstallCommand::site).toList());
        }
    }

    private void refuseIfShipped(Plugin plugin) {
        try (ConnectorHost host = ConnectorHost.loadJars(PluginFolders.jarsIn(folders.shipped()))) {
            for (LoadedConnector shipped : host.connectors()) {
                if (shipped.plugin().equals(plugin.id)) {
                    throw refused(
                            "plugin "
                                    + plugin.id
                                    + " comes with Kithway, in version "
                                    + shipped.version()
                                    + ": give yours another Plugin-Id");
                }
                if (plugin.sites.contains(site(shipped))) {
                    throw refused(
                            "plugin "
                                    + plugin.id
                                    + " reads "
                                    + site(shipped)
                                    + ", which plugin "
                                    + shipped.plugin()
                                    + " reads already, and that comes with Kithway: give yours"
                                    + " another site");
                }
            }
        }
    }

    private void refuseIfRead(Plugin plugin, List<Path> replaced) {
        List<Path> others =
                PluginFolders.jarsIn(folders.installed()).stream()
                        .filter(file -> !replaced.contains(file))
                        .collect(Collectors.toCollection(ArrayList::new));
        try (ConnectorHost host = ConnectorHost.loadJars(others)) {
            for (LoadedConnector other : host.connectors()) {
                if (plugin.sites.contains(site(other))) {
                    throw refused(
                            "plugin "
                                    + plugin.id
                                    + " reads "
                                    + site(other)
                                    + ", which plugin "
                                    + other.plugin()
                                    + " reads already: remove that one first");
                }
            }
        }
    }

    private static String site(LoadedConnector loaded) {
        return loaded.connector().descriptor().site().name();
    }

    private static Failure refused(String sentence) {
        return Failure.of(Failures.FINDING, "Plugin Refused", 409, "Not installed: " + sentence);
    }

    /** A server that starts meanwhile sees the old file or the new one. */
    private void put(Path installed) throws IOException {
        Files.createDirectories(folders.installed());
        Path copy = Files.createTempFile(folders.installed(), "new", ".part");
        try {
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    copy,
                    installed,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
