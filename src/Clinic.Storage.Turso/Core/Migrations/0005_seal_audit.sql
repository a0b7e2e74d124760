-- The audit learns the request and what a command relied on, and gets positions without gaps, so that ranges of it can be sealed.
-- Positions are given inside the write transaction, so their order is the order of the commits. Entries of before get theirs by their instant.

-- forward

DROP TRIGGER audit_log_never_changes;

ALTER TABLE audit_log ADD COLUMN session TEXT;
ALTER TABLE audit_log ADD COLUMN method TEXT;
ALTER TABLE audit_log ADD COLUMN endpoint TEXT;
ALTER TABLE audit_log ADD COLUMN request_hash TEXT;
ALTER TABLE audit_log ADD COLUMN response_hash TEXT;
ALTER TABLE audit_log ADD COLUMN source_refs TEXT;
ALTER TABLE audit_log ADD COLUMN position INTEGER;

UPDATE audit_log SET position = placed.position
FROM (SELECT tenant_id, id, row_number() OVER (PARTITION BY tenant_id ORDER BY at, id) AS position FROM audit_log) AS placed
WHERE placed.tenant_id = audit_log.tenant_id AND placed.id = audit_log.id;

CREATE UNIQUE INDEX audit_log_position ON audit_log (tenant_id, position);

CREATE TRIGGER audit_log_never_changes BEFORE UPDATE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

-- marks holds 48 bytes per position: the id of the entry and its keyed hash.
CREATE TABLE audit_seals (
    tenant_id     TEXT NOT NULL,
    number        INTEGER NOT NULL CHECK (number > 0),
    from_position INTEGER NOT NULL CHECK (from_position > 0),
    to_position   INTEGER NOT NULL CHECK (to_position >= from_position),
    key_id        TEXT NOT NULL,
    at            INTEGER NOT NULL,
    previous      TEXT NOT NULL,
    marks         BLOB NOT NULL,
    hash          TEXT NOT NULL,
    PRIMARY KEY (tenant_id, number)
);

CREATE TRIGGER audit_seals_never_change BEFORE UPDATE ON audit_seals
BEGIN
    SELECT RAISE(ABORT, 'seals are append-only');
END;

CREATE TRIGGER audit_seals_never_go BEFORE DELETE ON audit_seals
BEGIN
    SELECT RAISE(ABORT, 'seals are append-only');
END;

-- rollback

DROP TABLE audit_seals;
DROP INDEX audit_log_position;
ALTER TABLE audit_log DROP COLUMN position;
ALTER TABLE audit_log DROP COLUMN source_refs;
ALTER TABLE audit_log DROP COLUMN response_hash;
ALTER TABLE audit_log DROP COLUMN request_hash;
ALTER TABLE audit_log DROP COLUMN endpoint;
ALTER TABLE audit_log DROP COLUMN method;
ALTER TABLE audit_log DROP COLUMN session;
