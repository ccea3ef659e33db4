package org.kithway.connector.host;

import org.kithway.connector.Connector;

import java.nio.file.Path;

/**
 * A connector that a plugin brought.
 *
 * @param connector may be used by several threads, until its host is closed
 * @param plugin the plugin's id
 * @param version the plugin's version
 * @param jar where the plugin lies
 */
public record LoadedConnector(Connector connector, String plugin, String version, Path jar) {}
