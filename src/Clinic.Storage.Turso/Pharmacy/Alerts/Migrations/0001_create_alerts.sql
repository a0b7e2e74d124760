-- Alerts, the rules they come of, and where each clinic's scan goes on.
-- What no statement asks for stands as one text in the row. Every key begins with the tenant.

-- forward

CREATE TABLE alert_rules (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    kind       TEXT NOT NULL,
    slot       TEXT NOT NULL,
    is_retired INTEGER NOT NULL CHECK (is_retired IN (0, 1)),
    detail     TEXT NOT NULL,
    version    INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- Two rules that are equally particular about the same cannot both count.
CREATE UNIQUE INDEX alert_rules_slot ON alert_rules (tenant_id, slot) WHERE is_retired = 0;

CREATE TABLE alerts (
    tenant_id       TEXT NOT NULL,
    id              TEXT NOT NULL,
    cause           TEXT NOT NULL,
    episode         INTEGER NOT NULL,
    kind            TEXT NOT NULL,
    severity        TEXT NOT NULL,
    status          TEXT NOT NULL,
    department_id   TEXT,
    location_id     TEXT,
    presentation_id TEXT,
    raised          INTEGER NOT NULL,
    due             INTEGER,
    is_announced    INTEGER NOT NULL CHECK (is_announced IN (0, 1)),
    is_standing     INTEGER NOT NULL CHECK (is_standing IN (0, 1)),
    detail          TEXT NOT NULL,
    version         INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX alerts_episode ON alerts (tenant_id, cause, episode);

-- Never twice for the same cause, however many scans run at once.
CREATE UNIQUE INDEX alerts_standing ON alerts (tenant_id, cause) WHERE is_standing = 1;

CREATE INDEX alerts_raised ON alerts (tenant_id, raised, id);

CREATE INDEX alerts_presentation ON alerts (tenant_id, presentation_id, raised) WHERE is_standing = 1;

CREATE INDEX alerts_status ON alerts (tenant_id, status, raised);

CREATE INDEX alerts_due ON alerts (tenant_id, due, id) WHERE due IS NOT NULL;

CREATE INDEX alerts_unannounced ON alerts (tenant_id, raised, id) WHERE is_announced = 0;

CREATE TABLE alert_scans (
    tenant_id TEXT NOT NULL,
    id        TEXT NOT NULL,
    after     TEXT,
    latest    INTEGER NOT NULL,
    rounds    INTEGER NOT NULL,
    version   INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- rollback

DROP TABLE alert_scans;
DROP TABLE alerts;
DROP TABLE alert_rules;
