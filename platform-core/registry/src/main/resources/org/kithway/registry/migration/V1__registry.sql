-- Written in the SQL that H2 and PostgreSQL share.

CREATE TABLE organizations (
    id          VARCHAR(31)  PRIMARY KEY,
    name        VARCHAR(200) NOT NULL,
    hmac_key    VARCHAR(64)  NOT NULL,
    created     TIMESTAMP WITH TIME ZONE NOT NULL,
    generation  INTEGER      NOT NULL,
    version     BIGINT       NOT NULL
);

CREATE TABLE members (
    id           VARCHAR(44)  PRIMARY KEY,
    organization VARCHAR(31)  NOT NULL REFERENCES organizations (id),
    name         VARCHAR(200) NOT NULL,
    name_folded  VARCHAR(800) NOT NULL,
    role         VARCHAR(16)  NOT NULL,
    created      TIMESTAMP WITH TIME ZONE NOT NULL,
    UNIQUE (organization, name_folded)
);

-- Sign-in links, sessions and API keys. What is handed out is kept as its SHA-256 alone.
CREATE TABLE credentials (
    hash      VARCHAR(64)  PRIMARY KEY,
    kind      VARCHAR(16)  NOT NULL,
    id        VARCHAR(44)  NOT NULL UNIQUE,
    member    VARCHAR(44)  NOT NULL REFERENCES members (id),
    name      VARCHAR(200) NOT NULL,
    created   TIMESTAMP WITH TIME ZONE NOT NULL,
    expires   TIMESTAMP WITH TIME ZONE,
    last_used TIMESTAMP WITH TIME ZONE
);
CREATE INDEX credentials_of_member ON credentials (member, kind);

CREATE TABLE imports (
    id            VARCHAR(44)  PRIMARY KEY,
    organization  VARCHAR(31)  NOT NULL REFERENCES organizations (id),
    member        VARCHAR(44)  NOT NULL REFERENCES members (id),
    submitted_by  VARCHAR(44)  NOT NULL REFERENCES members (id),
    by_admin      BOOLEAN      NOT NULL,
    site          VARCHAR(32),
    layer         VARCHAR(64)  NOT NULL,
    state         VARCHAR(16)  NOT NULL,
    file_name     VARCHAR      NOT NULL,
    bytes         BIGINT       NOT NULL,
    sha256        VARCHAR(64)  NOT NULL,
    exported_at   TIMESTAMP WITH TIME ZONE,
    owner_account VARCHAR,
    submitted     TIMESTAMP WITH TIME ZONE NOT NULL,
    started       TIMESTAMP WITH TIME ZONE,
    finished      TIMESTAMP WITH TIME ZONE,
    note          VARCHAR,
    duplicate_of  VARCHAR(44)  REFERENCES imports (id),
    facts         BIGINT       NOT NULL,
    settings      VARCHAR      NOT NULL
);
CREATE INDEX imports_by_archive ON imports (organization, member, sha256);
CREATE INDEX imports_by_time ON imports (organization, submitted);
CREATE INDEX imports_by_state ON imports (state, submitted);

-- Files are told apart by the SHA-256 of their path: a path may be longer than an index takes.
CREATE TABLE import_files (
    import_id     VARCHAR(44) NOT NULL REFERENCES imports (id),
    file          VARCHAR(64) NOT NULL,
    path          VARCHAR     NOT NULL,
    part          VARCHAR     NOT NULL,
    records_read  BIGINT      NOT NULL,
    kept          BIGINT      NOT NULL,
    withheld      BIGINT      NOT NULL,
    rejected      BIGINT      NOT NULL,
    note          VARCHAR,
    PRIMARY KEY (import_id, file),
    CONSTRAINT ledger_adds_up CHECK (records_read = kept + withheld + rejected),
    CONSTRAINT ledger_counts CHECK (kept >= 0 AND withheld >= 0 AND rejected >= 0)
);

CREATE TABLE import_withheld (
    import_id VARCHAR(44)  NOT NULL,
    file      VARCHAR(64)  NOT NULL,
    rule      VARCHAR(400) NOT NULL,
    records   BIGINT       NOT NULL,
    PRIMARY KEY (import_id, file, rule),
    FOREIGN KEY (import_id, file) REFERENCES import_files (import_id, file)
);

CREATE TABLE import_rejections (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    import_id     VARCHAR(44) NOT NULL,
    file          VARCHAR(64) NOT NULL,
    record_number BIGINT      NOT NULL,
    reason        VARCHAR     NOT NULL,
    FOREIGN KEY (import_id, file) REFERENCES import_files (import_id, file)
);
CREATE INDEX import_rejections_by_place ON import_rejections (import_id, file, record_number);

-- Up to where, in each partition of the log of facts, an import's assertions may stand.
CREATE TABLE import_ends (
    import_id  VARCHAR(44) NOT NULL REFERENCES imports (id),
    partition_number INTEGER NOT NULL,
    end_offset BIGINT      NOT NULL,
    PRIMARY KEY (import_id, partition_number)
);

CREATE TABLE decisions (
    organization VARCHAR(31) NOT NULL REFERENCES organizations (id),
    sequence     BIGINT      NOT NULL,
    recorded     TIMESTAMP WITH TIME ZONE NOT NULL,
    body         VARCHAR     NOT NULL,
    published    BOOLEAN     NOT NULL,
    PRIMARY KEY (organization, sequence)
);
CREATE INDEX decisions_by_publication ON decisions (published, organization, sequence);

CREATE TABLE leases (
    name    VARCHAR(200) PRIMARY KEY,
    holder  VARCHAR(200) NOT NULL,
    expires TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE suppressions (
    organization VARCHAR(31) NOT NULL REFERENCES organizations (id),
    digest       VARCHAR(64) NOT NULL,
    added        TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (organization, digest)
);
