-- Requisitions between departments with lines, deliveries and history, and how much stock a location should have.
-- Every key begins with the tenant. Quantities are whole steps of 10^-scale base units.

-- forward

-- What waits for somebody is kept beside the status, so that work lists are found without reading every delivery.
CREATE TABLE requisitions (
    tenant_id       TEXT NOT NULL,
    id              TEXT NOT NULL,
    site_id         TEXT NOT NULL,
    requesting_id   TEXT NOT NULL,
    destination_id  TEXT NOT NULL,
    supplying_id    TEXT NOT NULL,
    origin_id       TEXT NOT NULL,
    priority        TEXT NOT NULL,
    needed_by       TEXT,
    reason          TEXT,
    status          TEXT NOT NULL,
    suspended_from  TEXT,
    number_year     INTEGER,
    number_sequence INTEGER,
    rest_closed     INTEGER NOT NULL CHECK (rest_closed IN (0, 1)),
    has_unsent      INTEGER NOT NULL CHECK (has_unsent IN (0, 1)),
    has_on_the_way  INTEGER NOT NULL CHECK (has_on_the_way IN (0, 1)),
    has_missing     INTEGER NOT NULL CHECK (has_missing IN (0, 1)),
    written         INTEGER NOT NULL,
    version         INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX requisitions_number ON requisitions (tenant_id, site_id, number_year, number_sequence) WHERE number_sequence IS NOT NULL;

CREATE INDEX requisitions_written ON requisitions (tenant_id, written, id);

CREATE INDEX requisitions_requesting ON requisitions (tenant_id, requesting_id, written);

CREATE INDEX requisitions_supplying ON requisitions (tenant_id, supplying_id, written);

CREATE INDEX requisitions_destination ON requisitions (tenant_id, destination_id, written);

CREATE TABLE requisition_lines (
    tenant_id       TEXT NOT NULL,
    requisition_id  TEXT NOT NULL,
    position        INTEGER NOT NULL,
    presentation_id TEXT NOT NULL,
    scale           INTEGER NOT NULL,
    asked           INTEGER NOT NULL CHECK (asked > 0),
    approved        INTEGER CHECK (approved >= 0 AND approved <= asked),
    cut_reason      TEXT,
    PRIMARY KEY (tenant_id, requisition_id, position)
);

CREATE TABLE requisition_deliveries (
    tenant_id      TEXT NOT NULL,
    requisition_id TEXT NOT NULL,
    position       INTEGER NOT NULL,
    transfer_id    TEXT NOT NULL,
    dispatched_by  TEXT NOT NULL,
    dispatched     INTEGER NOT NULL,
    received_by    TEXT,
    received       INTEGER,
    PRIMARY KEY (tenant_id, requisition_id, position)
);

CREATE UNIQUE INDEX requisition_deliveries_transfer ON requisition_deliveries (tenant_id, transfer_id);

CREATE TABLE requisition_lots (
    tenant_id       TEXT NOT NULL,
    requisition_id  TEXT NOT NULL,
    position        INTEGER NOT NULL,
    delivery        INTEGER NOT NULL,
    lot_id          TEXT NOT NULL,
    presentation_id TEXT NOT NULL,
    scale           INTEGER NOT NULL,
    sent            INTEGER NOT NULL CHECK (sent > 0),
    received        INTEGER NOT NULL,
    damaged         INTEGER NOT NULL,
    written_off     INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, requisition_id, position),
    CHECK (received >= 0 AND damaged >= 0 AND written_off >= 0 AND received + damaged + written_off <= sent)
);

CREATE TABLE requisition_steps (
    tenant_id      TEXT NOT NULL,
    requisition_id TEXT NOT NULL,
    position       INTEGER NOT NULL,
    act            TEXT NOT NULL,
    status         TEXT NOT NULL,
    actor_id       TEXT NOT NULL,
    at             INTEGER NOT NULL,
    note           TEXT,
    PRIMARY KEY (tenant_id, requisition_id, position)
);

CREATE TRIGGER requisition_steps_never_change BEFORE UPDATE ON requisition_steps
BEGIN
    SELECT RAISE(ABORT, 'the history of requisitions is append-only');
END;

CREATE TRIGGER requisition_steps_never_go BEFORE DELETE ON requisition_steps
BEGIN
    SELECT RAISE(ABORT, 'the history of requisitions is append-only');
END;

CREATE TABLE stock_levels (
    tenant_id       TEXT NOT NULL,
    id              TEXT NOT NULL,
    location_id     TEXT NOT NULL,
    presentation_id TEXT NOT NULL,
    scale           INTEGER NOT NULL,
    minimum         INTEGER NOT NULL CHECK (minimum >= 0),
    maximum         INTEGER NOT NULL,
    pack            TEXT,
    set_by          TEXT NOT NULL,
    set_at          INTEGER NOT NULL,
    version         INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CHECK (minimum <= maximum)
);

CREATE UNIQUE INDEX stock_levels_place ON stock_levels (tenant_id, location_id, presentation_id);

-- rollback

DROP TABLE stock_levels;
DROP TABLE requisition_steps;
DROP TABLE requisition_lots;
DROP TABLE requisition_deliveries;
DROP TABLE requisition_lines;
DROP TABLE requisitions;
