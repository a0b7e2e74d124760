-- Encrypted transcripts with their corrections; the data keys lie in a table of their own.
-- Every key begins with the tenant. Destroying the key of a session makes every text of it unreadable.

-- forward

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
