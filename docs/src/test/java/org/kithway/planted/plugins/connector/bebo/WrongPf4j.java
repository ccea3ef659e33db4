package org.kithway.planted.plugins.connector.bebo;

import org.pf4j.PluginManager;

abstract class WrongPf4j implements PluginManager {}
