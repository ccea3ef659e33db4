package org.kithway.server.cli;

import org.kithway.connector.host.ConnectorHost;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@Command(name = "remove", description = "Take a plugin away that was installed.")
final class ConnectorRemoveCommand extends JsonCommand {
    private final PluginFolders folders;

    @Parameters(paramLabel = "ID", description = "As kithway connector list shows it.")
    private String id = "";

    ConnectorRemoveCommand(Console console, PluginFolders folders) {
        super(console);
        this.folders = folders;
    }

    @Override
    int run() {
        List<Path> files = ConnectorInstallCommand.filesOf(folders, id);
        if (files.isEmpty()) {
            throw isShipped()
                    ? Failure.usage("Plugin " + id + " comes with Kithway and stays.")
                    : Failure.of(
                            Failures.NOT_FOUND,
                            "Not Found",
                            404,
                            "No plugin "
                                    + id
                                    + " is installed: kithway connector list shows those that"
                                    + " are.");
        }
        try {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw Failure.unavailable(
                    folders.installed()
                            + " cannot be written ("
                            + e.getClass().getSimpleName()
                            + "): see to its rights.");
        }
        print(
                Api.object().put("id", id).put("removed", true),
                () ->
                        say(
                                "Removed plugin "
                                        + id
                                        + ". A server that runs goes on using it until its next"
                                        + " start; what it read stays."));
        return Failures.OK;
    }

    private boolean isShipped() {
        try (ConnectorHost host = ConnectorHost.loadJars(PluginFolders.jarsIn(folders.shipped()))) {
            return host.connectors().stream().anyMatch(c -> c.plugin().equals(id));
        }
    }
}
