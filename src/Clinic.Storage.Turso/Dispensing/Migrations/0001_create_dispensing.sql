-- Dispensing: dispensations with lines, kept parts, lot accounts, hand-overs, returns and tickets; the logs of doses and waste; checklists.
-- Every key begins with the tenant. Quantities and amounts are whole millionths, because the scale of a product is 6 at most and logs
-- name no product. Detail that no statement asks for is JSON.

-- forward

-- A column ending in _due is the instant at which the clock must look at the row, and null while it need not.
CREATE TABLE dispensations (
    tenant_id         TEXT NOT NULL,
    id                TEXT NOT NULL,
    site_id           TEXT NOT NULL,
    from_location_id  TEXT NOT NULL,
    pharmacy_id       TEXT NOT NULL,
    department_id     TEXT,
    area              TEXT NOT NULL,
    patient_id        TEXT,
    encounter_id      TEXT,
    urgency           TEXT NOT NULL,
    refills_allowed   INTEGER NOT NULL,
    refill_of         TEXT,
    refill_no         INTEGER NOT NULL,
    requested_at      INTEGER NOT NULL,
    requested_by      TEXT NOT NULL,
    status            TEXT NOT NULL,
    accountability    TEXT NOT NULL,
    is_authorised     INTEGER NOT NULL CHECK (is_authorised IN (0, 1)),
    prescription      TEXT,
    valid_until       INTEGER NOT NULL,
    authorise_by      INTEGER,
    use_by            INTEGER,
    pending_returns   INTEGER NOT NULL,
    validity_due      INTEGER,
    hold_due          INTEGER,
    authorisation_due INTEGER,
    use_due           INTEGER,
    confirmation_due  INTEGER,
    ticket_due        INTEGER,
    detail            TEXT NOT NULL,
    version           INTEGER NOT NULL,
    created_at        INTEGER NOT NULL,
    updated_at        INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX dispensations_refill ON dispensations (tenant_id, refill_of, refill_no) WHERE refill_of IS NOT NULL;

CREATE INDEX dispensations_requested ON dispensations (tenant_id, requested_at, id);

CREATE INDEX dispensations_status ON dispensations (tenant_id, status, pharmacy_id, requested_at, id);

CREATE INDEX dispensations_accountability ON dispensations (tenant_id, accountability, pharmacy_id, requested_at, id);

CREATE INDEX dispensations_unauthorised ON dispensations (tenant_id, status, requested_at, id) WHERE is_authorised = 0;

CREATE INDEX dispensations_counting ON dispensations (tenant_id, requested_at, id) WHERE pending_returns > 0;

CREATE INDEX dispensations_department ON dispensations (tenant_id, department_id, requested_at, id) WHERE department_id IS NOT NULL;

CREATE INDEX dispensations_patient ON dispensations (tenant_id, patient_id, requested_at, id) WHERE patient_id IS NOT NULL;

CREATE INDEX dispensations_encounter ON dispensations (tenant_id, encounter_id, requested_at, id) WHERE encounter_id IS NOT NULL;

CREATE INDEX dispensations_validity_due ON dispensations (tenant_id, validity_due, id) WHERE validity_due IS NOT NULL;

CREATE INDEX dispensations_hold_due ON dispensations (tenant_id, hold_due, id) WHERE hold_due IS NOT NULL;

CREATE INDEX dispensations_authorisation_due ON dispensations (tenant_id, authorisation_due, id) WHERE authorisation_due IS NOT NULL;

CREATE INDEX dispensations_use_due ON dispensations (tenant_id, use_due, id) WHERE use_due IS NOT NULL;

CREATE INDEX dispensations_confirmation_due ON dispensations (tenant_id, confirmation_due, id) WHERE confirmation_due IS NOT NULL;

CREATE INDEX dispensations_ticket_due ON dispensations (tenant_id, ticket_due, id) WHERE ticket_due IS NOT NULL;

CREATE TABLE dispensation_lines (
    tenant_id       TEXT NOT NULL,
    dispensation_id TEXT NOT NULL,
    line            INTEGER NOT NULL,
    product         TEXT NOT NULL,
    asked           TEXT NOT NULL,
    asked_unit      TEXT NOT NULL,
    quantity        INTEGER NOT NULL CHECK (quantity > 0),
    directions      TEXT,
    usable_through  TEXT,
    may_substitute  INTEGER NOT NULL CHECK (may_substitute IN (0, 1)),
    substituted     TEXT,
    PRIMARY KEY (tenant_id, dispensation_id, line)
);

-- What is kept aside of a lot now.
CREATE TABLE dispensation_parts (
    tenant_id       TEXT NOT NULL,
    dispensation_id TEXT NOT NULL,
    line            INTEGER NOT NULL,
    position        INTEGER NOT NULL,
    reservation_id  TEXT NOT NULL,
    lot_id          TEXT NOT NULL,
    number          TEXT NOT NULL,
    expiration      TEXT,
    quantity        INTEGER NOT NULL,
    confirmed_by    TEXT,
    confirmed_at    INTEGER,
    is_scanned      INTEGER NOT NULL CHECK (is_scanned IN (0, 1)),
    PRIMARY KEY (tenant_id, dispensation_id, line, position)
);

CREATE INDEX dispensation_parts_lot ON dispensation_parts (tenant_id, lot_id, dispensation_id);

-- What was handed over of a lot, and what became of it.
CREATE TABLE lot_accounts (
    tenant_id       TEXT NOT NULL,
    dispensation_id TEXT NOT NULL,
    line            INTEGER NOT NULL,
    position        INTEGER NOT NULL,
    lot_id          TEXT NOT NULL,
    number          TEXT NOT NULL,
    expiration      TEXT,
    delivered       INTEGER NOT NULL,
    used            INTEGER NOT NULL,
    returned        INTEGER NOT NULL,
    wasted          INTEGER NOT NULL,
    booked          INTEGER NOT NULL,
    pending_return  INTEGER NOT NULL,
    first_delivered INTEGER NOT NULL,
    opened_at       INTEGER,
    open_rest       INTEGER NOT NULL,
    overfill        INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, dispensation_id, line, position)
);

CREATE INDEX lot_accounts_lot ON lot_accounts (tenant_id, lot_id, dispensation_id);

-- What each hand-over took of the lot of an account, in base units.
CREATE TABLE lot_issues (
    tenant_id       TEXT NOT NULL,
    dispensation_id TEXT NOT NULL,
    line            INTEGER NOT NULL,
    account         INTEGER NOT NULL,
    position        INTEGER NOT NULL,
    hand_over_id    TEXT NOT NULL,
    posting_id      TEXT NOT NULL,
    quantity        INTEGER NOT NULL,
    returned        INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, dispensation_id, line, account, position)
);

-- Dispensations handed over together share the id of the hand-over.
CREATE TABLE hand_overs (
    tenant_id       TEXT NOT NULL,
    dispensation_id TEXT NOT NULL,
    position        INTEGER NOT NULL,
    id              TEXT NOT NULL,
    at              INTEGER NOT NULL,
    deliverer_id    TEXT NOT NULL,
    recipient_id    TEXT NOT NULL,
    receipt         TEXT,
    attestation     TEXT,
    second_person   TEXT,
    attachment_id   TEXT,
    parts           TEXT NOT NULL,
    PRIMARY KEY (tenant_id, dispensation_id, position)
);

CREATE UNIQUE INDEX hand_overs_id ON hand_overs (tenant_id, id, dispensation_id);

CREATE TABLE ward_returns (
    tenant_id       TEXT NOT NULL,
    dispensation_id TEXT NOT NULL,
    position        INTEGER NOT NULL,
    id              TEXT NOT NULL,
    line            INTEGER NOT NULL,
    lot_id          TEXT NOT NULL,
    declared        INTEGER NOT NULL,
    condition       TEXT NOT NULL,
    reason          TEXT NOT NULL,
    declared_by     TEXT NOT NULL,
    declared_at     INTEGER NOT NULL,
    counted         INTEGER,
    counted_by      TEXT,
    counted_at      INTEGER,
    to_location_id  TEXT,
    PRIMARY KEY (tenant_id, dispensation_id, position)
);

CREATE UNIQUE INDEX ward_returns_id ON ward_returns (tenant_id, id);

CREATE TABLE tickets (
    tenant_id       TEXT NOT NULL,
    dispensation_id TEXT NOT NULL,
    position        INTEGER NOT NULL,
    id              TEXT NOT NULL,
    kind            TEXT NOT NULL,
    line            INTEGER,
    lot_id          TEXT,
    amount          INTEGER,
    raised_by       TEXT NOT NULL,
    raised_at       INTEGER NOT NULL,
    owner_id        TEXT,
    due             INTEGER NOT NULL,
    escalations     INTEGER NOT NULL,
    is_open         INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    evidence        TEXT NOT NULL,
    resolution      TEXT,
    PRIMARY KEY (tenant_id, dispensation_id, position)
);

CREATE UNIQUE INDEX tickets_id ON tickets (tenant_id, id);

CREATE INDEX tickets_due ON tickets (tenant_id, due, id);

CREATE INDEX tickets_open ON tickets (tenant_id, due, id) WHERE is_open = 1;

CREATE INDEX tickets_owner ON tickets (tenant_id, owner_id, due, id) WHERE owner_id IS NOT NULL;

CREATE TABLE doses (
    tenant_id       TEXT NOT NULL,
    id              TEXT NOT NULL,
    dispensation_id TEXT NOT NULL,
    line            INTEGER NOT NULL,
    lot_id          TEXT NOT NULL,
    kind            TEXT NOT NULL,
    entered         TEXT NOT NULL,
    entered_unit    TEXT NOT NULL,
    amount          INTEGER NOT NULL,
    overfill        INTEGER NOT NULL,
    containers      INTEGER,
    weight_kg       TEXT,
    responsible_id  TEXT NOT NULL,
    recorded_by     TEXT NOT NULL,
    at              INTEGER NOT NULL,
    recorded_at     INTEGER NOT NULL,
    area            TEXT NOT NULL,
    is_beyond       INTEGER NOT NULL CHECK (is_beyond IN (0, 1)),
    reverses_id     TEXT,
    reason          TEXT,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX doses_reverses ON doses (tenant_id, reverses_id) WHERE reverses_id IS NOT NULL;

CREATE INDEX doses_recorded ON doses (tenant_id, dispensation_id, recorded_at, id);

CREATE TRIGGER doses_never_change BEFORE UPDATE ON doses
BEGIN
    SELECT RAISE(ABORT, 'the dose log is append-only');
END;

CREATE TRIGGER doses_never_go BEFORE DELETE ON doses
BEGIN
    SELECT RAISE(ABORT, 'the dose log is append-only');
END;

CREATE TABLE wastes (
    tenant_id       TEXT NOT NULL,
    id              TEXT NOT NULL,
    dispensation_id TEXT NOT NULL,
    line            INTEGER NOT NULL,
    lot_id          TEXT NOT NULL,
    kind            TEXT NOT NULL,
    amount          INTEGER NOT NULL,
    reason          TEXT NOT NULL,
    by_id           TEXT NOT NULL,
    witness         TEXT,
    witness_missing TEXT,
    drawn_at        INTEGER,
    at              INTEGER NOT NULL,
    recorded_at     INTEGER NOT NULL,
    certificate     TEXT,
    reverses        TEXT,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX wastes_reverses ON wastes (tenant_id, reverses) WHERE reverses IS NOT NULL;
CREATE INDEX wastes_recorded ON wastes (tenant_id, dispensation_id, recorded_at, id);

CREATE TRIGGER wastes_never_change BEFORE UPDATE ON wastes
BEGIN
    SELECT RAISE(ABORT, 'the waste log is append-only');
END;

CREATE TRIGGER wastes_never_go BEFORE DELETE ON wastes
BEGIN
    SELECT RAISE(ABORT, 'the waste log is append-only');
END;

CREATE TABLE checklists (
    tenant_id     TEXT NOT NULL,
    id            TEXT NOT NULL,
    department_id TEXT NOT NULL,
    name          TEXT NOT NULL,
    items         TEXT NOT NULL,
    is_retired    INTEGER NOT NULL CHECK (is_retired IN (0, 1)),
    version       INTEGER NOT NULL,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX checklists_name ON checklists (tenant_id, name, id) WHERE is_retired = 0;

CREATE INDEX checklists_department ON checklists (tenant_id, department_id, name, id) WHERE is_retired = 0;

-- rollback

DROP TABLE checklists;
DROP TABLE wastes;
DROP TABLE doses;
DROP TABLE tickets;
DROP TABLE ward_returns;
DROP TABLE hand_overs;
DROP TABLE lot_issues;
DROP TABLE lot_accounts;
DROP TABLE dispensation_parts;
DROP TABLE dispensation_lines;
DROP TABLE dispensations;
