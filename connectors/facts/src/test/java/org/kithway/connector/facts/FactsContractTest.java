package org.kithway.connector.facts;

import org.kithway.connector.Connector;
import org.kithway.connector.tck.ConnectorContract;

class FactsContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new FactsConnector();
    }
}
