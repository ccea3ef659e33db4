-- Whether an organization lets candidates be searched; no row means no.
CREATE TABLE candidate_settings (
    organization  VARCHAR(31)  PRIMARY KEY REFERENCES organizations (id),
    allowed       BOOLEAN      NOT NULL,
    changed_by    VARCHAR(44)  NOT NULL REFERENCES members (id),
    changed       TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Who searched candidates, for what purpose, and whom the answer named, best first.
CREATE TABLE candidate_searches (
    id            VARCHAR(44)   PRIMARY KEY,
    organization  VARCHAR(31)   NOT NULL REFERENCES organizations (id),
    member        VARCHAR(44)   NOT NULL REFERENCES members (id),
    purpose       VARCHAR(500)  NOT NULL,
    people        TEXT          NOT NULL,
    asked         TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX candidate_searches_by_time ON candidate_searches (organization, asked);

-- Searches that a member keeps, with the people whom the last look found.
CREATE TABLE saved_searches (
    id            VARCHAR(44)    PRIMARY KEY,
    organization  VARCHAR(31)    NOT NULL REFERENCES organizations (id),
    member        VARCHAR(44)    NOT NULL REFERENCES members (id),
    query         VARCHAR(2000)  NOT NULL,
    people        TEXT           NOT NULL,
    saved         TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX saved_searches_by_member ON saved_searches (organization, member);

-- What a later look found anew.
CREATE TABLE notifications (
    id            VARCHAR(44)   PRIMARY KEY,
    search        VARCHAR(44)   NOT NULL REFERENCES saved_searches (id) ON DELETE CASCADE,
    added         TEXT          NOT NULL,
    gone          INTEGER       NOT NULL,
    made          TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX notifications_by_search ON notifications (search, made);
