-- Photos, drawn signatures and documents, sealed by the program; content is nonce, ciphertext and tag.

-- forward

CREATE TABLE attachments (
    tenant_id    TEXT NOT NULL,
    id           TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id   TEXT NOT NULL,
    kind         TEXT NOT NULL,
    media_type   TEXT NOT NULL,
    length       INTEGER NOT NULL CHECK (length > 0),
    sha256       TEXT NOT NULL,
    key_id       TEXT NOT NULL,
    made_at      INTEGER NOT NULL,
    made_by      TEXT NOT NULL,
    content      BLOB NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX attachments_subject ON attachments (tenant_id, subject_kind, subject_id, made_at, id);

CREATE TRIGGER attachments_never_change BEFORE UPDATE ON attachments
BEGIN
    SELECT RAISE(ABORT, 'attachments are append-only');
END;

CREATE TRIGGER attachments_never_go BEFORE DELETE ON attachments
BEGIN
    SELECT RAISE(ABORT, 'attachments are append-only');
END;

-- rollback

DROP TABLE attachments;
