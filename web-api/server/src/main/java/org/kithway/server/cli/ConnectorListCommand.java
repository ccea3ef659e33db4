package org.kithway.server.cli;

import org.kithway.connector.Descriptor;
import org.kithway.connector.host.ConnectorHost;
import org.kithway.connector.host.LoadedConnector;

import picocli.CommandLine.Command;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

@Command(
        name = "list",
        description = "List the plugins that came with Kithway and those that were installed.")
final class ConnectorListCommand extends JsonCommand {
    private final PluginFolders folders;

    ConnectorListCommand(Console console, PluginFolders folders) {
        super(console);
        this.folders = folders;
    }

    @Override
    int run() {
        try (ConnectorHost host = ConnectorHost.loadJars(folders.jars())) {
            ObjectNode answer = Api.object();
            ArrayNode list = answer.putArray("connectors");
            for (LoadedConnector loaded : host.connectors()) {
                Descriptor descriptor = loaded.connector().descriptor();
                list.addObject()
                        .put("id", loaded.plugin())
                        .put("version", loaded.version())
                        .put("site", descriptor.site().name())
                        .put("title", descriptor.title())
                        .put("from", from(loaded));
            }
            ArrayNode refused = answer.putArray("refused");
            host.refused().forEach(refused::add);
            print(answer, () -> say(table(list)));
            host.refused()
                    .forEach(sentence ->
                            console().err().println("not used: " + Text.clean(sentence)));
            return host.refused().isEmpty() ? Failures.OK : Failures.FINDING;
        }
    }

    private String from(LoadedConnector loaded) {
        return loaded.jar().startsWith(folders.installed()) ? "installed" : "shipped";
    }

    private static String table(ArrayNode list) {
        return Text.table(
                List.of("ID", "VERSION", "SITE", "TITLE", "FROM"),
                list.valueStream()
                        .map(c ->
                                List.of(
                                        Text.of(c, "id"),
                                        Text.of(c, "version"),
                                        Text.of(c, "site"),
                                        Text.of(c, "title"),
                                        Text.of(c, "from")))
                        .toList());
    }
}
