-- Encrypted transcripts with their corrections, and the wrapped data keys of sessions apart from them.
-- Every key begins with the tenant. Destroying the row of a key makes every text of its session unreadable.

-- forward

CREATE TABLE session_keys (
    tenant_id  TEXT NOT NULL,
    session_id TEXT NOT NULL,
    key_id     TEXT NOT NULL,
    wrapped    BLOB NOT NULL,
    made_at    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, session_id)
);

CREATE TRIGGER session_keys_never_change BEFORE UPDATE OF tenant_id, session_id, made_at ON session_keys
BEGIN
    SELECT RAISE(ABORT, 'the key of a session belongs to it');
END;

CREATE TABLE transcripts (
    tenant_id  TEXT NOT NULL,
    session_id TEXT NOT NULL,
    document   BLOB NOT NULL,
    made_at    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, session_id)
);

CREATE TRIGGER transcripts_never_change BEFORE UPDATE ON transcripts
BEGIN
    SELECT RAISE(ABORT, 'the original of a transcript never changes');
END;

CREATE TABLE transcript_corrections (
    tenant_id  TEXT NOT NULL,
    session_id TEXT NOT NULL,
    position   INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    by_id      TEXT NOT NULL,
    content    BLOB NOT NULL,
    PRIMARY KEY (tenant_id, session_id, position)
);

CREATE TRIGGER transcript_corrections_never_change BEFORE UPDATE ON transcript_corrections
BEGIN
    SELECT RAISE(ABORT, 'corrections of transcripts are append-only');
END;

-- rollback

DROP TABLE transcript_corrections;
DROP TABLE transcripts;
DROP TABLE session_keys;
