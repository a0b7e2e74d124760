-- The queue of transcription. Every key begins with the tenant.
-- What ended stays with its key, so that the same work is never asked for twice.

-- forward

CREATE TABLE transcription_work (
    tenant_id    TEXT NOT NULL,
    id           TEXT NOT NULL,
    kind         TEXT NOT NULL,
    session_id   TEXT NOT NULL,
    site_id      TEXT NOT NULL,
    work_key     TEXT NOT NULL,
    status       TEXT NOT NULL,
    owner        TEXT,
    lease_until  INTEGER,
    attempts     INTEGER NOT NULL,
    next_at      INTEGER NOT NULL,
    last_failure TEXT,
    created_at   INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX transcription_work_key ON transcription_work (tenant_id, work_key);

CREATE INDEX transcription_work_due ON transcription_work (tenant_id, next_at, id) WHERE status = 'waiting';

CREATE INDEX transcription_work_session ON transcription_work (tenant_id, session_id, created_at, id);

-- rollback

DROP TABLE transcription_work;
