package org.kithway.connector.contacts;

import org.kithway.connector.Connector;
import org.kithway.connector.tck.ConnectorContract;

import java.nio.file.Path;
import java.util.Map;

/** The contract where the organization has switched telephone numbers on. */
class ContactsWithPhonesContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new ContactsConnector();
    }

    @Override
    protected Path samples() {
        return Path.of("src", "test", "resources", "exports-with-phones");
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("phones", "yes");
    }
}
