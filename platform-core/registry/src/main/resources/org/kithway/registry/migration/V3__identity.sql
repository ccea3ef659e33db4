-- What members say of who is one person. The decision itself stands in decisions, by its number.
CREATE TABLE verdicts (
    id            VARCHAR(44)  PRIMARY KEY,
    organization  VARCHAR(31)  NOT NULL REFERENCES organizations (id),
    sequence      BIGINT       NOT NULL,
    layer         VARCHAR(64)  NOT NULL,
    made_by       VARCHAR(44)  NOT NULL REFERENCES members (id),
    made          TIMESTAMP WITH TIME ZONE NOT NULL,
    note          VARCHAR(1000),
    withdrawal    BIGINT,
    withdrawn_by  VARCHAR(44)  REFERENCES members (id),
    withdrawn     TIMESTAMP WITH TIME ZONE
);
CREATE INDEX verdicts_by_time ON verdicts (organization, made);

-- Accounts are told apart by the SHA-256 of their spelling: it may be longer than an index takes.
CREATE TABLE verdict_accounts (
    verdict       VARCHAR(44)  NOT NULL REFERENCES verdicts (id),
    organization  VARCHAR(31)  NOT NULL,
    account       VARCHAR(64)  NOT NULL,
    PRIMARY KEY (verdict, account)
);
CREATE INDEX verdicts_by_account ON verdict_accounts (organization, account);

-- Merges and splits of people as they happened.
CREATE TABLE identity_events (
    organization  VARCHAR(31)  NOT NULL REFERENCES organizations (id),
    id            VARCHAR(44)  NOT NULL,
    layer         VARCHAR(64)  NOT NULL,
    sequence      BIGINT       NOT NULL,
    recorded      TIMESTAMP WITH TIME ZONE NOT NULL,
    body          VARCHAR      NOT NULL,
    PRIMARY KEY (organization, id)
);
CREATE INDEX identity_events_by_sequence ON identity_events (organization, sequence, id);

CREATE TABLE identity_event_accounts (
    organization  VARCHAR(31)  NOT NULL,
    event         VARCHAR(44)  NOT NULL,
    account       VARCHAR(64)  NOT NULL,
    PRIMARY KEY (organization, event, account),
    FOREIGN KEY (organization, event) REFERENCES identity_events (organization, id)
);
CREATE INDEX identity_events_by_account ON identity_event_accounts (organization, account);

-- Up to which decision everything has followed that follows from it, its events among them.
CREATE TABLE identity_progress (
    organization  VARCHAR(31)  PRIMARY KEY REFERENCES organizations (id),
    sequence      BIGINT       NOT NULL
);
