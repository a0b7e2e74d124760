-- Data keys of sessions and reports, wrapped under a key that lies outside of the database. Every key begins with the tenant.
-- What is encrypted with a key lies in other tables; without its row here nobody reads it again.

-- forward

CREATE TABLE transcription_text_keys (
    tenant_id TEXT NOT NULL,
    kind      TEXT NOT NULL,
    owner_id  TEXT NOT NULL,
    key_id    TEXT NOT NULL,
    wrapped   BLOB NOT NULL,
    made_at   INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, kind, owner_id)
);

-- Another key in its place would make the texts unreadable and nobody would know why.
CREATE TRIGGER transcription_text_keys_keep_owner BEFORE UPDATE OF tenant_id, kind, owner_id, made_at ON transcription_text_keys
BEGIN
    SELECT RAISE(ABORT, 'a data key stays with its text');
END;

-- rollback

DROP TABLE transcription_text_keys;
