-- The words that patients agree to, and what they decided. Every key begins with the tenant; nothing here ever changes.

-- forward

CREATE TABLE consent_forms (
    tenant_id    TEXT NOT NULL,
    version      INTEGER NOT NULL,
    scopes       INTEGER NOT NULL,
    texts        TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    published_by TEXT NOT NULL,
    PRIMARY KEY (tenant_id, version)
);

CREATE TRIGGER consent_forms_never_change BEFORE UPDATE ON consent_forms
BEGIN
    SELECT RAISE(ABORT, 'published consent forms never change');
END;

CREATE TRIGGER consent_forms_never_go BEFORE DELETE ON consent_forms
BEGIN
    SELECT RAISE(ABORT, 'published consent forms never go');
END;

CREATE TABLE consent_decisions (
    tenant_id    TEXT NOT NULL,
    session_id   TEXT NOT NULL,
    sequence     INTEGER NOT NULL,
    id           TEXT NOT NULL,
    patient_id   TEXT NOT NULL,
    kind         TEXT NOT NULL,
    scopes       INTEGER NOT NULL,
    form_version INTEGER,
    given        TEXT NOT NULL,
    recorded_by  TEXT NOT NULL,
    at           INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, session_id, sequence)
);

CREATE UNIQUE INDEX consent_decisions_id ON consent_decisions (tenant_id, id);

CREATE INDEX consent_decisions_patient ON consent_decisions (tenant_id, patient_id, at, id);

CREATE TRIGGER consent_decisions_never_change BEFORE UPDATE ON consent_decisions
BEGIN
    SELECT RAISE(ABORT, 'decisions about consent are append-only');
END;

CREATE TRIGGER consent_decisions_never_go BEFORE DELETE ON consent_decisions
BEGIN
    SELECT RAISE(ABORT, 'decisions about consent are append-only');
END;

-- rollback

DROP TABLE consent_decisions;
DROP TABLE consent_forms;
