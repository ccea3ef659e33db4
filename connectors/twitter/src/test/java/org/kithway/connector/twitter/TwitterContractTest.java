package org.kithway.connector.twitter;

import org.kithway.connector.Connector;
import org.kithway.connector.tck.ConnectorContract;
import org.kithway.model.AccountId;

class TwitterContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new TwitterConnector();
    }

    /** Followers and partners in messages are numbers, owners of lists are handles; no more. */
    @Override
    protected boolean isNamedAlone(AccountId account) {
        return account.site().equals(Who.TWITTER) && !account.isName();
    }
}
