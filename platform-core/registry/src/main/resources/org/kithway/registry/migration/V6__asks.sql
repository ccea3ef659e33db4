-- What members ask people, and what comes of it. The decision itself stands in decisions.
CREATE TABLE asks (
    id            VARCHAR(44)  PRIMARY KEY,
    organization  VARCHAR(31)  NOT NULL REFERENCES organizations (id),
    member        VARCHAR(44)  NOT NULL REFERENCES members (id),
    purpose       VARCHAR(20)  NOT NULL,
    title         VARCHAR(200) NOT NULL,
    follow_up     DATE         NOT NULL,
    created       TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX asks_by_member ON asks (organization, member, created);

CREATE TABLE ask_wordings (
    ask           VARCHAR(44)   NOT NULL REFERENCES asks (id),
    name          VARCHAR(60)   NOT NULL,
    text          VARCHAR(4000) NOT NULL,
    PRIMARY KEY (ask, name)
);

CREATE TABLE ask_recipients (
    organization  VARCHAR(31)  NOT NULL,
    ask           VARCHAR(44)  NOT NULL REFERENCES asks (id),
    person        VARCHAR(68)  NOT NULL,
    code          VARCHAR(60)  NOT NULL UNIQUE,
    site          VARCHAR(63)  NOT NULL,
    wording       VARCHAR(60)  NOT NULL,
    sent          TIMESTAMP WITH TIME ZONE,
    answered      TIMESTAMP WITH TIME ZONE,
    answered_over VARCHAR(63),
    declined      TIMESTAMP WITH TIME ZONE,
    forwarded     TIMESTAMP WITH TIME ZONE,
    silent        TIMESTAMP WITH TIME ZONE,
    useful        TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (ask, person)
);
CREATE INDEX ask_recipients_by_person ON ask_recipients (organization, person);

-- Codes that were handed on to somebody else.
CREATE TABLE ask_passed_on (
    ask           VARCHAR(44)  NOT NULL REFERENCES asks (id),
    code          VARCHAR(60)  PRIMARY KEY,
    passed        TIMESTAMP WITH TIME ZONE NOT NULL,
    used          TIMESTAMP WITH TIME ZONE
);
CREATE INDEX ask_passed_on_by_ask ON ask_passed_on (ask);

-- What people let be known of being asked. Purposes stand with spaces between.
CREATE TABLE ask_preferences (
    organization  VARCHAR(31)  NOT NULL REFERENCES organizations (id),
    person        VARCHAR(68)  NOT NULL,
    never_for     VARCHAR(200) NOT NULL,
    weekly        INTEGER      NOT NULL,
    PRIMARY KEY (organization, person)
);
