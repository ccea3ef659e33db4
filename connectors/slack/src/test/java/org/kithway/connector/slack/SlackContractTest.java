package org.kithway.connector.slack;

import org.kithway.connector.Connector;
import org.kithway.connector.tck.ConnectorContract;

class SlackContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new SlackConnector();
    }
}
