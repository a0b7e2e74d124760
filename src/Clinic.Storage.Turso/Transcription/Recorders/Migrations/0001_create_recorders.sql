-- How people like to record. Every key begins with the tenant; the id is the person's.

-- forward

CREATE TABLE transcription_recorders (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    device     TEXT,
    quality    TEXT NOT NULL,
    language   TEXT NOT NULL,
    version    INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- rollback

DROP TABLE transcription_recorders;
