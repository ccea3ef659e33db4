package org.kithway.connector.facebook;

import org.kithway.connector.Connector;
import org.kithway.connector.tck.ConnectorContract;

class FacebookContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new FacebookConnector();
    }
}
