package org.kithway.connector.blogger;

import org.kithway.connector.Connector;
import org.kithway.connector.tck.ConnectorContract;

class BloggerContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new BloggerConnector();
    }
}
