-- Sales to patients: sales with lines, payments and returns; cashier shifts; invoices and the clinic's own numbers.
-- Every key begins with the tenant. Amounts are exact decimals that SQL never calculates with.

-- forward

-- buyer is JSON, encrypted under the field key named by buyer_key, or clear where that is null.
CREATE TABLE sales (
    tenant_id     TEXT NOT NULL,
    id            TEXT NOT NULL,
    site_id       TEXT NOT NULL,
    location_id   TEXT NOT NULL,
    cashier_id    TEXT NOT NULL,
    segment       TEXT NOT NULL,
    currency      TEXT NOT NULL,
    buyer         TEXT NOT NULL,
    buyer_key     TEXT,
    patient_id    TEXT,
    department_id TEXT,
    begun         INTEGER NOT NULL,
    status        TEXT NOT NULL,
    line_count    INTEGER NOT NULL,
    last_line     INTEGER NOT NULL,
    net           TEXT NOT NULL,
    discount      TEXT NOT NULL,
    tax           TEXT NOT NULL,
    rounding      TEXT NOT NULL,
    credited      TEXT NOT NULL,
    completed     INTEGER,
    shift_id      TEXT,
    invoice_id    TEXT,
    cancelled     INTEGER,
    reason        TEXT,
    version       INTEGER NOT NULL,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX sales_begun ON sales (tenant_id, begun, id);

CREATE INDEX sales_shift ON sales (tenant_id, shift_id);

CREATE INDEX sales_patient ON sales (tenant_id, patient_id);

-- price and lots are JSON: what was agreed, and the lots with their cost once they left.
CREATE TABLE sale_lines (
    tenant_id       TEXT NOT NULL,
    sale_id         TEXT NOT NULL,
    number          INTEGER NOT NULL,
    presentation_id TEXT NOT NULL,
    code            TEXT NOT NULL,
    description     TEXT NOT NULL,
    quantity        TEXT NOT NULL,
    unit            TEXT NOT NULL,
    scale           INTEGER NOT NULL,
    steps           INTEGER NOT NULL,
    controlled      TEXT NOT NULL,
    net             TEXT NOT NULL,
    tax             TEXT NOT NULL,
    price           TEXT NOT NULL,
    prescription    TEXT,
    reservation_id  TEXT,
    posting_id      TEXT,
    lots            TEXT NOT NULL,
    PRIMARY KEY (tenant_id, sale_id, number)
);

CREATE UNIQUE INDEX sale_lines_presentation ON sale_lines (tenant_id, sale_id, presentation_id);

CREATE INDEX sale_lines_posting ON sale_lines (tenant_id, posting_id);

CREATE TABLE sale_payments (
    tenant_id     TEXT NOT NULL,
    sale_id       TEXT NOT NULL,
    number        INTEGER NOT NULL,
    kind          TEXT NOT NULL,
    amount        TEXT NOT NULL,
    is_refund     INTEGER NOT NULL CHECK (is_refund IN (0, 1)),
    given         TEXT,
    reference     TEXT,
    department_id TEXT,
    shift_id      TEXT NOT NULL,
    at            INTEGER NOT NULL,
    by_id         TEXT NOT NULL,
    return_number INTEGER,
    PRIMARY KEY (tenant_id, sale_id, number)
);

CREATE INDEX sale_payments_shift ON sale_payments (tenant_id, shift_id);

-- lines is JSON: the credit lines.
CREATE TABLE sale_returns (
    tenant_id      TEXT NOT NULL,
    sale_id        TEXT NOT NULL,
    number         INTEGER NOT NULL,
    at             INTEGER NOT NULL,
    by_id          TEXT NOT NULL,
    shift_id       TEXT NOT NULL,
    reason         TEXT NOT NULL,
    lines          TEXT NOT NULL,
    rounding       TEXT NOT NULL,
    total          TEXT NOT NULL,
    credit_note_id TEXT,
    PRIMARY KEY (tenant_id, sale_id, number)
);

-- totals is JSON: what went through per kind of payment, and what was counted.
CREATE TABLE cashier_shifts (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    cashier_id TEXT NOT NULL,
    currency   TEXT NOT NULL,
    float      TEXT NOT NULL,
    opened     INTEGER NOT NULL,
    totals     TEXT NOT NULL,
    status     TEXT NOT NULL,
    closed     INTEGER,
    closed_by  TEXT,
    reason     TEXT,
    version    INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX cashier_shifts_cashier ON cashier_shifts (tenant_id, cashier_id, status);

CREATE INDEX cashier_shifts_opened ON cashier_shifts (tenant_id, opened, id);

CREATE TABLE invoices (
    tenant_id     TEXT NOT NULL,
    id            TEXT NOT NULL,
    kind          TEXT NOT NULL,
    sale_id       TEXT NOT NULL,
    return_number INTEGER,
    site_id       TEXT NOT NULL,
    currency      TEXT NOT NULL,
    total         TEXT NOT NULL,
    requested     INTEGER NOT NULL,
    status        TEXT NOT NULL,
    number        TEXT,
    authorisation TEXT,
    answered      INTEGER,
    reason        TEXT,
    void_wanted   INTEGER NOT NULL CHECK (void_wanted IN (0, 1)),
    voided        INTEGER,
    attempts      INTEGER NOT NULL,
    next_attempt  INTEGER,
    version       INTEGER NOT NULL,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX invoices_sale ON invoices (tenant_id, sale_id);

CREATE INDEX invoices_requested ON invoices (tenant_id, requested, id);

CREATE INDEX invoices_due ON invoices (tenant_id, next_attempt) WHERE next_attempt IS NOT NULL;

CREATE TABLE invoice_numbers (
    tenant_id  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    series     TEXT NOT NULL,
    sequence   INTEGER NOT NULL,
    invoice_id TEXT NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, kind, series, sequence)
);

CREATE UNIQUE INDEX invoice_numbers_invoice ON invoice_numbers (tenant_id, invoice_id);

CREATE TRIGGER invoice_numbers_never_change BEFORE UPDATE ON invoice_numbers
BEGIN
    SELECT RAISE(ABORT, 'numbers of invoices are append-only');
END;

CREATE TRIGGER invoice_numbers_never_go BEFORE DELETE ON invoice_numbers
BEGIN
    SELECT RAISE(ABORT, 'numbers of invoices are append-only');
END;

-- rollback

DROP TABLE invoice_numbers;
DROP TABLE invoices;
DROP TABLE cashier_shifts;
DROP TABLE sale_returns;
DROP TABLE sale_payments;
DROP TABLE sale_lines;
DROP TABLE sales;
