-- The inventory of the pharmacy: catalogue, lots, balances, ledger, counts, receipts, reservations, transfers.
-- Every key begins with the tenant. Quantities are whole steps of 10^-scale base units, unit costs of 10^-8 money.

-- forward

CREATE TABLE medications (
    tenant_id        TEXT NOT NULL,
    id               TEXT NOT NULL,
    code             TEXT NOT NULL,
    generic_name     TEXT NOT NULL,
    commercial_name  TEXT,
    manufacturer     TEXT,
    registration     TEXT,
    atc_code         TEXT,
    dose_form        TEXT NOT NULL,
    controlled       TEXT NOT NULL,
    min_celsius      TEXT,
    max_celsius      TEXT,
    protect_light    INTEGER NOT NULL CHECK (protect_light IN (0, 1)),
    storage_note     TEXT,
    search_text      TEXT NOT NULL,
    is_retired       INTEGER NOT NULL CHECK (is_retired IN (0, 1)),
    version          INTEGER NOT NULL,
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX medications_code ON medications (tenant_id, code);

CREATE TABLE medication_ingredients (
    tenant_id     TEXT NOT NULL,
    medication_id TEXT NOT NULL,
    position      INTEGER NOT NULL,
    name          TEXT NOT NULL,
    strength      TEXT NOT NULL,
    strength_unit TEXT NOT NULL,
    per           TEXT,
    per_unit      TEXT,
    PRIMARY KEY (tenant_id, medication_id, position)
);

CREATE TABLE presentations (
    tenant_id         TEXT NOT NULL,
    id                TEXT NOT NULL,
    medication_id     TEXT NOT NULL,
    code              TEXT NOT NULL,
    name              TEXT NOT NULL,
    base_unit         TEXT NOT NULL,
    scale             INTEGER NOT NULL,
    requires_expiry   INTEGER NOT NULL CHECK (requires_expiry IN (0, 1)),
    container_content TEXT,
    container_unit    TEXT,
    beyond_use_ns     INTEGER,
    search_text       TEXT NOT NULL,
    is_retired        INTEGER NOT NULL CHECK (is_retired IN (0, 1)),
    version           INTEGER NOT NULL,
    created_at        INTEGER NOT NULL,
    updated_at        INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX presentations_code ON presentations (tenant_id, code);

CREATE INDEX presentations_medication ON presentations (tenant_id, medication_id);

CREATE TABLE presentation_levels (
    tenant_id       TEXT NOT NULL,
    presentation_id TEXT NOT NULL,
    position        INTEGER NOT NULL,
    name            TEXT NOT NULL,
    contains        INTEGER NOT NULL,
    can_be_opened   INTEGER NOT NULL CHECK (can_be_opened IN (0, 1)),
    PRIMARY KEY (tenant_id, presentation_id, position)
);

CREATE TABLE presentation_gtins (
    tenant_id       TEXT NOT NULL,
    gtin            TEXT NOT NULL,
    presentation_id TEXT NOT NULL,
    position        INTEGER NOT NULL,
    level           TEXT,
    PRIMARY KEY (tenant_id, gtin)
);

CREATE INDEX presentation_gtins_presentation ON presentation_gtins (tenant_id, presentation_id);

CREATE TABLE lots (
    tenant_id       TEXT NOT NULL,
    id              TEXT NOT NULL,
    presentation_id TEXT NOT NULL,
    site_id         TEXT NOT NULL,
    number          TEXT NOT NULL,
    expiration      TEXT,
    expiration_raw  TEXT,
    unit_cost       INTEGER NOT NULL CHECK (unit_cost >= 0),
    currency        TEXT NOT NULL,
    scale           INTEGER NOT NULL,
    received        INTEGER NOT NULL,
    supplier        TEXT,
    receipt_id      TEXT,
    gtin            TEXT,
    status          TEXT NOT NULL,
    version         INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX lots_number ON lots (tenant_id, presentation_id, number);

CREATE INDEX lots_received ON lots (tenant_id, presentation_id, received);

CREATE INDEX lots_expiration ON lots (tenant_id, expiration);

-- A balance always equals the sum of its movements; both change in one commit.
CREATE TABLE stock_balances (
    tenant_id       TEXT NOT NULL,
    lot_id          TEXT NOT NULL,
    location_id     TEXT NOT NULL,
    presentation_id TEXT NOT NULL,
    scale           INTEGER NOT NULL,
    on_hand         INTEGER NOT NULL CHECK (on_hand >= 0),
    reserved        INTEGER NOT NULL CHECK (reserved >= 0),
    updated_at      INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, lot_id, location_id),
    CHECK (reserved <= on_hand)
);

CREATE INDEX stock_balances_presentation ON stock_balances (tenant_id, presentation_id, location_id) WHERE on_hand > 0;

-- The ledger. change is the quantity with the sign of the direction. Total order: occurred, recorded, sequence.
CREATE TABLE stock_movements (
    sequence        INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id       TEXT NOT NULL,
    id              TEXT NOT NULL,
    posting_id      TEXT NOT NULL,
    line            INTEGER NOT NULL,
    kind            TEXT NOT NULL,
    direction       TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    presentation_id TEXT NOT NULL,
    lot_id          TEXT NOT NULL,
    location_id     TEXT NOT NULL,
    quantity        INTEGER NOT NULL CHECK (quantity > 0),
    change          INTEGER NOT NULL CHECK (change = CASE direction WHEN 'in' THEN quantity ELSE -quantity END),
    scale           INTEGER NOT NULL,
    unit_cost       INTEGER NOT NULL,
    currency        TEXT NOT NULL,
    occurred        INTEGER NOT NULL,
    recorded        INTEGER NOT NULL CHECK (recorded >= occurred),
    actor_id        TEXT NOT NULL,
    reason          TEXT,
    document        TEXT,
    has_target      INTEGER NOT NULL CHECK (has_target IN (0, 1)),
    to_department   TEXT,
    to_patient      TEXT,
    to_encounter    TEXT,
    serial          TEXT,
    transfer_id     TEXT,
    reverses_id     TEXT,
    returns_id      TEXT
);

CREATE UNIQUE INDEX stock_movements_id ON stock_movements (tenant_id, id);

CREATE UNIQUE INDEX stock_movements_reverses ON stock_movements (tenant_id, reverses_id) WHERE reverses_id IS NOT NULL;

CREATE INDEX stock_movements_posting ON stock_movements (tenant_id, posting_id, line);

CREATE INDEX stock_movements_lot ON stock_movements (tenant_id, lot_id, location_id, occurred, recorded);

CREATE INDEX stock_movements_presentation ON stock_movements (tenant_id, presentation_id, occurred);

CREATE INDEX stock_movements_occurred ON stock_movements (tenant_id, occurred, recorded);

CREATE INDEX stock_movements_recorded ON stock_movements (tenant_id, recorded);

CREATE INDEX stock_movements_returns ON stock_movements (tenant_id, returns_id) WHERE returns_id IS NOT NULL;

CREATE INDEX stock_movements_transfer ON stock_movements (tenant_id, transfer_id) WHERE transfer_id IS NOT NULL;

CREATE INDEX stock_movements_patient ON stock_movements (tenant_id, to_patient) WHERE to_patient IS NOT NULL;

CREATE TRIGGER stock_movements_never_change BEFORE UPDATE ON stock_movements
BEGIN
    SELECT RAISE(ABORT, 'the stock ledger is append-only');
END;

CREATE TRIGGER stock_movements_never_go BEFORE DELETE ON stock_movements
BEGIN
    SELECT RAISE(ABORT, 'the stock ledger is append-only');
END;

CREATE TABLE stock_counts (
    tenant_id       TEXT NOT NULL,
    id              TEXT NOT NULL,
    presentation_id TEXT NOT NULL,
    lot_id          TEXT NOT NULL,
    location_id     TEXT NOT NULL,
    scale           INTEGER NOT NULL,
    expected        INTEGER NOT NULL,
    counted         INTEGER NOT NULL CHECK (counted >= 0),
    occurred        INTEGER NOT NULL,
    recorded        INTEGER NOT NULL,
    actor_id        TEXT NOT NULL,
    posting_id      TEXT,
    reason          TEXT,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX stock_counts_lot ON stock_counts (tenant_id, lot_id, location_id, occurred);

CREATE INDEX stock_counts_occurred ON stock_counts (tenant_id, occurred);

CREATE TRIGGER stock_counts_never_change BEFORE UPDATE ON stock_counts
BEGIN
    SELECT RAISE(ABORT, 'counts are append-only');
END;

CREATE TRIGGER stock_counts_never_go BEFORE DELETE ON stock_counts
BEGIN
    SELECT RAISE(ABORT, 'counts are append-only');
END;

CREATE TABLE receipts (
    tenant_id   TEXT NOT NULL,
    id          TEXT NOT NULL,
    posting_id  TEXT NOT NULL,
    location_id TEXT NOT NULL,
    supplier    TEXT NOT NULL,
    document    TEXT,
    received    INTEGER NOT NULL,
    recorded    INTEGER NOT NULL,
    actor_id    TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX receipts_received ON receipts (tenant_id, received, id);

CREATE TABLE receipt_lines (
    tenant_id       TEXT NOT NULL,
    receipt_id      TEXT NOT NULL,
    position        INTEGER NOT NULL,
    lot_id          TEXT NOT NULL,
    presentation_id TEXT NOT NULL,
    scale           INTEGER NOT NULL,
    paid            INTEGER NOT NULL,
    free            INTEGER NOT NULL,
    price           TEXT NOT NULL,
    currency        TEXT NOT NULL,
    unit_cost       INTEGER NOT NULL,
    rounding        TEXT NOT NULL,
    PRIMARY KEY (tenant_id, receipt_id, position)
);

CREATE TRIGGER receipts_never_change BEFORE UPDATE ON receipts
BEGIN
    SELECT RAISE(ABORT, 'receipts are append-only');
END;

CREATE TRIGGER receipts_never_go BEFORE DELETE ON receipts
BEGIN
    SELECT RAISE(ABORT, 'receipts are append-only');
END;

CREATE TABLE stock_reservations (
    tenant_id       TEXT NOT NULL,
    id              TEXT NOT NULL,
    owner           TEXT NOT NULL,
    presentation_id TEXT NOT NULL,
    made            INTEGER NOT NULL,
    made_by         TEXT NOT NULL,
    expires         INTEGER NOT NULL,
    status          TEXT NOT NULL,
    version         INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX stock_reservations_expires ON stock_reservations (tenant_id, expires) WHERE status = 'active';

CREATE INDEX stock_reservations_made ON stock_reservations (tenant_id, made, id);

CREATE INDEX stock_reservations_owner ON stock_reservations (tenant_id, owner);

CREATE TABLE stock_reservation_lines (
    tenant_id      TEXT NOT NULL,
    reservation_id TEXT NOT NULL,
    position       INTEGER NOT NULL,
    lot_id         TEXT NOT NULL,
    location_id    TEXT NOT NULL,
    quantity       INTEGER NOT NULL CHECK (quantity >= 0),
    scale          INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, reservation_id, position)
);

CREATE INDEX stock_reservation_lines_lot ON stock_reservation_lines (tenant_id, lot_id, location_id) WHERE quantity > 0;

CREATE TABLE stock_transfers (
    tenant_id        TEXT NOT NULL,
    id               TEXT NOT NULL,
    from_location_id TEXT NOT NULL,
    via_location_id  TEXT NOT NULL,
    to_location_id   TEXT NOT NULL,
    sent             INTEGER NOT NULL,
    status           TEXT NOT NULL,
    version          INTEGER NOT NULL,
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX stock_transfers_sent ON stock_transfers (tenant_id, sent, id);

CREATE TABLE stock_transfer_lines (
    tenant_id       TEXT NOT NULL,
    transfer_id     TEXT NOT NULL,
    position        INTEGER NOT NULL,
    lot_id          TEXT NOT NULL,
    presentation_id TEXT NOT NULL,
    scale           INTEGER NOT NULL,
    sent            INTEGER NOT NULL,
    received        INTEGER NOT NULL,
    lost            INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, transfer_id, position),
    CHECK (received >= 0 AND lost >= 0 AND received + lost <= sent)
);

-- rollback

DROP TABLE stock_transfer_lines;
DROP TABLE stock_transfers;
DROP TABLE stock_reservation_lines;
DROP TABLE stock_reservations;
DROP TABLE receipt_lines;
DROP TABLE receipts;
DROP TABLE stock_counts;
DROP TABLE stock_movements;
DROP TABLE stock_balances;
DROP TABLE lots;
DROP TABLE presentation_gtins;
DROP TABLE presentation_levels;
DROP TABLE presentations;
DROP TABLE medication_ingredients;
DROP TABLE medications;
