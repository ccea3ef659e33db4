package org.kithway.connector.tck;

import org.kithway.connector.Connector;

/** A right connector keeps every rule. */
class PalsContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new PalsConnector();
    }
}
