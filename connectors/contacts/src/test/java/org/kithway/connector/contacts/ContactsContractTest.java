package org.kithway.connector.contacts;

import org.kithway.connector.Connector;
import org.kithway.connector.tck.ConnectorContract;

class ContactsContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new ContactsConnector();
    }
}
