-- Sessions of transcription. Every key begins with the tenant.
-- The columns hold what lists, jobs and guards ask for; the state holds the whole, and nothing that was said.

-- forward

CREATE TABLE transcription_sessions (
    tenant_id    TEXT NOT NULL,
    id           TEXT NOT NULL,
    site_id      TEXT NOT NULL,
    patient_id   TEXT NOT NULL,
    physician_id TEXT NOT NULL,
    assistant_id TEXT,
    status       TEXT NOT NULL,
    is_active    INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    opened_at    INTEGER NOT NULL,
    lease_owner  TEXT,
    lease_until  INTEGER,
    purge_at     INTEGER,
    state        TEXT NOT NULL,
    version      INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- A physician records one visit at a time.
CREATE UNIQUE INDEX transcription_sessions_active ON transcription_sessions (tenant_id, physician_id) WHERE is_active = 1;

CREATE INDEX transcription_sessions_opened ON transcription_sessions (tenant_id, site_id, opened_at, id);

CREATE INDEX transcription_sessions_patient ON transcription_sessions (tenant_id, patient_id, opened_at, id);

CREATE INDEX transcription_sessions_physician ON transcription_sessions (tenant_id, physician_id, opened_at, id);

CREATE INDEX transcription_sessions_assistant ON transcription_sessions (tenant_id, assistant_id, opened_at, id) WHERE assistant_id IS NOT NULL;

CREATE INDEX transcription_sessions_lease ON transcription_sessions (tenant_id, lease_until, id) WHERE is_active = 1;

-- When its time is over; empty under a legal hold.
CREATE INDEX transcription_sessions_purge ON transcription_sessions (tenant_id, purge_at, id) WHERE purge_at IS NOT NULL;

-- rollback

DROP TABLE transcription_sessions;
