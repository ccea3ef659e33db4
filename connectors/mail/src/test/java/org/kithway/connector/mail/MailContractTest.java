package org.kithway.connector.mail;

import org.kithway.connector.Connector;
import org.kithway.connector.tck.ConnectorContract;

class MailContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new MailConnector();
    }
}
