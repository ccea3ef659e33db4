package org.kithway.connector.myspace;

import org.kithway.connector.Connector;
import org.kithway.connector.tck.ConnectorContract;

class MySpaceContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new MySpaceConnector();
    }
}
