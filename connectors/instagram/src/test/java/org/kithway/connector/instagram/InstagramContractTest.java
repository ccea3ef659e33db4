package org.kithway.connector.instagram;

import org.kithway.connector.Connector;
import org.kithway.connector.tck.ConnectorContract;

class InstagramContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new InstagramConnector();
    }
}
