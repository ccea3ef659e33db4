package org.kithway.connector.linkedin;

import org.kithway.connector.Connector;
import org.kithway.connector.tck.ConnectorContract;

class LinkedInContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new LinkedInConnector();
    }
}
