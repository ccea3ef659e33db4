package org.kithway.connector.mastodon;

import org.kithway.connector.Connector;
import org.kithway.connector.tck.ConnectorContract;
import org.kithway.model.AccountId;

class MastodonContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new MastodonConnector();
    }

    /** Archives name others by address; what they call themselves stands nowhere. */
    @Override
    protected boolean isNamedAlone(AccountId account) {
        return account.site().equals(Accounts.MASTODON) && !account.isName();
    }
}
