-- What every clinic has: commands and their answers, audit, events, jobs, places, people, credentials, patients.
-- Every key begins with the tenant. Instants are microseconds since 1970, ids lower-case UUID text, yes or no 1 or 0.

-- forward

CREATE TABLE commands (
    tenant_id    TEXT NOT NULL,
    id           TEXT NOT NULL,
    name         TEXT NOT NULL,
    actor_id     TEXT NOT NULL,
    payload_hash TEXT NOT NULL,
    answer       TEXT NOT NULL,
    at           INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE TRIGGER commands_never_change BEFORE UPDATE ON commands
BEGIN
    SELECT RAISE(ABORT, 'commands are append-only');
END;

CREATE TRIGGER commands_never_go BEFORE DELETE ON commands
BEGIN
    SELECT RAISE(ABORT, 'commands are append-only');
END;

CREATE TABLE audit_log (
    tenant_id    TEXT NOT NULL,
    id           TEXT NOT NULL,
    site_id      TEXT NOT NULL,
    at           INTEGER NOT NULL,
    actor_id     TEXT NOT NULL,
    source       TEXT NOT NULL,
    command_id   TEXT NOT NULL,
    command_name TEXT NOT NULL,
    action       TEXT NOT NULL,
    subject_kind TEXT,
    subject_id   TEXT,
    outcome      TEXT NOT NULL CHECK (outcome IN ('accepted', 'refused')),
    codes        TEXT NOT NULL,
    note         TEXT,
    PRIMARY KEY (tenant_id, id),
    CHECK ((subject_kind IS NULL) = (subject_id IS NULL))
);

CREATE INDEX audit_log_subject ON audit_log (tenant_id, subject_kind, subject_id, id) WHERE subject_id IS NOT NULL;

CREATE INDEX audit_log_actor ON audit_log (tenant_id, actor_id, id);

CREATE INDEX audit_log_at ON audit_log (tenant_id, at);

CREATE TRIGGER audit_log_never_changes BEFORE UPDATE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

CREATE TRIGGER audit_log_never_goes BEFORE DELETE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

-- next_at is when an event may be delivered next; NULL means given up, or delivered.
CREATE TABLE outbox (
    position     INTEGER PRIMARY KEY,
    tenant_id    TEXT NOT NULL,
    id           TEXT NOT NULL,
    type         TEXT NOT NULL,
    content      TEXT NOT NULL,
    at           INTEGER NOT NULL,
    attempts     INTEGER NOT NULL,
    next_at      INTEGER,
    last_error   TEXT,
    delivered_at INTEGER,
    UNIQUE (tenant_id, id)
);

CREATE INDEX outbox_open ON outbox (tenant_id, position) WHERE delivered_at IS NULL;

CREATE TABLE jobs (
    tenant_id    TEXT NOT NULL,
    name         TEXT NOT NULL,
    last_started INTEGER,
    last_took_ns INTEGER,
    last_done    INTEGER,
    last_failed  INTEGER,
    last_error   TEXT,
    next_due     INTEGER NOT NULL,
    runs         INTEGER NOT NULL,
    failures     INTEGER NOT NULL,
    owner        TEXT,
    lease_until  INTEGER,
    PRIMARY KEY (tenant_id, name)
);

CREATE TABLE sites (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    name       TEXT NOT NULL,
    zone       TEXT NOT NULL,
    currency   TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE departments (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    name       TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX departments_site ON departments (tenant_id, site_id);

CREATE TABLE locations (
    tenant_id     TEXT NOT NULL,
    id            TEXT NOT NULL,
    site_id       TEXT NOT NULL,
    department_id TEXT NOT NULL,
    name          TEXT NOT NULL,
    kind          TEXT NOT NULL,
    is_pickable   INTEGER NOT NULL CHECK (is_pickable IN (0, 1)),
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    version       INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX locations_site ON locations (tenant_id, site_id);

-- sign_in_key is the name without regard to case, computed by the program; the rules of SQLite know ASCII only.
CREATE TABLE people (
    tenant_id    TEXT NOT NULL,
    id           TEXT NOT NULL,
    name         TEXT NOT NULL,
    sign_in_name TEXT NOT NULL,
    sign_in_key  TEXT NOT NULL,
    is_retired   INTEGER NOT NULL CHECK (is_retired IN (0, 1)),
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX people_sign_in ON people (tenant_id, sign_in_key);

CREATE TABLE person_roles (
    tenant_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    role      TEXT NOT NULL,
    PRIMARY KEY (tenant_id, person_id, role),
    FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id)
);

-- Departments may be those of the clinic's own directory, so nothing refers to the table of ours.
CREATE TABLE person_departments (
    tenant_id     TEXT NOT NULL,
    person_id     TEXT NOT NULL,
    department_id TEXT NOT NULL,
    PRIMARY KEY (tenant_id, person_id, department_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id)
);

CREATE TABLE credentials (
    tenant_id  TEXT NOT NULL,
    person_id  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    id         TEXT NOT NULL,
    iterations INTEGER NOT NULL,
    salt       BLOB NOT NULL,
    hash       BLOB NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, person_id, kind)
);

CREATE TABLE credential_attempts (
    tenant_id    TEXT NOT NULL,
    subject      TEXT NOT NULL,
    attempts     INTEGER NOT NULL,
    locked_until INTEGER,
    is_refused   INTEGER NOT NULL CHECK (is_refused IN (0, 1)),
    PRIMARY KEY (tenant_id, subject)
);

CREATE TABLE patients (
    tenant_id       TEXT NOT NULL,
    id              TEXT NOT NULL,
    name            TEXT NOT NULL,
    document_kind   TEXT,
    document_number TEXT,
    contact         TEXT,
    allergies       TEXT NOT NULL,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    version         INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX patients_document ON patients (tenant_id, document_kind, document_number) WHERE document_number IS NOT NULL;

-- rollback

DROP TABLE patients;
DROP TABLE credential_attempts;
DROP TABLE credentials;
DROP TABLE person_departments;
DROP TABLE person_roles;
DROP TABLE people;
DROP TABLE locations;
DROP TABLE departments;
DROP TABLE sites;
DROP TABLE jobs;
DROP TABLE outbox;
DROP TABLE audit_log;
DROP TABLE commands;
