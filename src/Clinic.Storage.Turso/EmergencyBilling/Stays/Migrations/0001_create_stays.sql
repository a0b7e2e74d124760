-- Stays of emergency billing with their logs. Every key begins with the tenant.
-- The head holds what lists ask for, as the log means it now; the log holds everything, and only grows.

-- forward

CREATE TABLE stays (
    tenant_id     TEXT NOT NULL,
    id            TEXT NOT NULL,
    site_id       TEXT NOT NULL,
    zone          TEXT NOT NULL,
    patient_id    TEXT NOT NULL,
    encounter_id  TEXT NOT NULL,
    department_id TEXT,
    payer         TEXT,
    status        TEXT NOT NULL,
    clinical      TEXT NOT NULL,
    is_open       INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    is_void       INTEGER NOT NULL CHECK (is_void IN (0, 1)),
    registered_at INTEGER NOT NULL,
    started_at    INTEGER,
    ended_at      INTEGER,
    version       INTEGER NOT NULL,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- A patient is in one place: two clocks never run for one.
CREATE UNIQUE INDEX stays_open_of_patient ON stays (tenant_id, patient_id) WHERE is_open = 1;

CREATE INDEX stays_open ON stays (tenant_id, site_id, registered_at, id) WHERE is_open = 1;

CREATE INDEX stays_registered ON stays (tenant_id, site_id, registered_at, id);

CREATE INDEX stays_patient ON stays (tenant_id, patient_id, registered_at, id);

CREATE INDEX stays_encounter ON stays (tenant_id, encounter_id);

CREATE INDEX stays_status ON stays (tenant_id, status, registered_at, id);

CREATE TABLE stay_events (
    tenant_id   TEXT NOT NULL,
    stay_id     TEXT NOT NULL,
    position    INTEGER NOT NULL,
    id          TEXT NOT NULL,
    command_id  TEXT NOT NULL,
    kind        TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    by_id       TEXT NOT NULL,
    role        TEXT NOT NULL,
    source      TEXT NOT NULL,
    reason      TEXT,
    supersedes  TEXT,
    until       INTEGER,
    detail      TEXT NOT NULL,
    PRIMARY KEY (tenant_id, stay_id, position),
    UNIQUE (tenant_id, id)
);

-- Two corrections of one entry would leave it open which of them holds.
CREATE UNIQUE INDEX stay_events_superseded ON stay_events (tenant_id, supersedes) WHERE supersedes IS NOT NULL;

CREATE TRIGGER stay_events_never_change BEFORE UPDATE ON stay_events
BEGIN
    SELECT RAISE(ABORT, 'the log of a stay is append-only');
END;

CREATE TRIGGER stay_events_never_go BEFORE DELETE ON stay_events
BEGIN
    SELECT RAISE(ABORT, 'the log of a stay is append-only');
END;

-- rollback

DROP TABLE stay_events;
DROP TABLE stays;
