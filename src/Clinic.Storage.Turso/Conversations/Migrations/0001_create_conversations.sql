-- What people said to the clinic, kept with their consent only and removed when its time is over.

-- forward

-- The present decision of each person.
CREATE TABLE conversation_consents (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    is_given   INTEGER NOT NULL,
    since      INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- Every decision there ever was.
CREATE TABLE conversation_consent_history (
    tenant_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    version   INTEGER NOT NULL,
    is_given  INTEGER NOT NULL,
    since     INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, person_id, version)
);

CREATE TRIGGER conversation_consent_history_never_changes BEFORE UPDATE ON conversation_consent_history
BEGIN
    SELECT RAISE(ABORT, 'consents are append-only');
END;

CREATE TRIGGER conversation_consent_history_never_goes BEFORE DELETE ON conversation_consent_history
BEGIN
    SELECT RAISE(ABORT, 'consents are append-only');
END;

-- said and answered are encrypted under the field key named by field_key, or clear where that is null.
-- confidence is in thousandths, took in microseconds.
CREATE TABLE conversation_entries (
    tenant_id       TEXT NOT NULL,
    id              TEXT NOT NULL,
    session_id      TEXT NOT NULL,
    person_id       TEXT NOT NULL,
    consent_version INTEGER NOT NULL,
    domain          TEXT NOT NULL,
    said            TEXT NOT NULL,
    answered        TEXT NOT NULL,
    field_key       TEXT,
    intent          TEXT,
    outcome         TEXT NOT NULL,
    confidence      INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 1000),
    took            INTEGER NOT NULL CHECK (took >= 0),
    said_at         INTEGER NOT NULL,
    command_id      TEXT,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX conversation_entries_said_at ON conversation_entries (tenant_id, said_at, id);

CREATE INDEX conversation_entries_person ON conversation_entries (tenant_id, person_id, said_at, id);

-- Only the key of the words may change; what was said may go and never become something else.
CREATE TRIGGER conversation_entries_never_change BEFORE UPDATE OF
    tenant_id, id, session_id, person_id, consent_version, domain, intent, outcome, confidence, took, said_at, command_id
    ON conversation_entries
BEGIN
    SELECT RAISE(ABORT, 'conversations are append-only');
END;

-- rollback

DROP TABLE conversation_entries;

DROP TABLE conversation_consent_history;

DROP TABLE conversation_consents;
