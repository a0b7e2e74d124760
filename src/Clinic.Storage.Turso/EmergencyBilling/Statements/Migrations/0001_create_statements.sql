-- Revisions of the bills of stays, their invoices and credit notes, and the numbers that the clinic gives itself.
-- Every key begins with the tenant. Amounts are exact decimals that SQL never calculates with.

-- forward

CREATE TABLE stay_statements (
    tenant_id    TEXT NOT NULL,
    stay_id      TEXT NOT NULL,
    revision     INTEGER NOT NULL,
    site_id      TEXT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('final', 'credit')),
    as_of        INTEGER NOT NULL,
    currency     TEXT NOT NULL,
    total        TEXT NOT NULL,
    content      TEXT NOT NULL,
    fingerprint  TEXT NOT NULL,
    stay_version INTEGER NOT NULL,
    by_id        TEXT NOT NULL,
    at           INTEGER NOT NULL,
    reverses     INTEGER,
    PRIMARY KEY (tenant_id, stay_id, revision)
);

CREATE INDEX stay_statements_at ON stay_statements (tenant_id, site_id, at);

CREATE TRIGGER stay_statements_never_change BEFORE UPDATE ON stay_statements
BEGIN
    SELECT RAISE(ABORT, 'revisions of bills are append-only');
END;

CREATE TRIGGER stay_statements_never_go BEFORE DELETE ON stay_statements
BEGIN
    SELECT RAISE(ABORT, 'revisions of bills are append-only');
END;

CREATE TABLE stay_invoices (
    tenant_id     TEXT NOT NULL,
    id            TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('invoice', 'creditNote')),
    stay_id       TEXT NOT NULL,
    encounter_id  TEXT NOT NULL,
    site_id       TEXT NOT NULL,
    patient_id    TEXT NOT NULL,
    revision      INTEGER NOT NULL,
    payer         TEXT,
    currency      TEXT NOT NULL,
    lines         TEXT NOT NULL,
    credits_id    TEXT,
    requested     INTEGER NOT NULL,
    status        TEXT NOT NULL,
    number        TEXT,
    authorisation TEXT,
    reason        TEXT,
    answered      INTEGER,
    attempts      INTEGER NOT NULL,
    next_attempt  INTEGER,
    version       INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX stay_invoices_stay ON stay_invoices (tenant_id, stay_id);

CREATE INDEX stay_invoices_encounter ON stay_invoices (tenant_id, encounter_id);

CREATE INDEX stay_invoices_site ON stay_invoices (tenant_id, site_id, requested, id);

CREATE INDEX stay_invoices_due ON stay_invoices (tenant_id, next_attempt) WHERE next_attempt IS NOT NULL;

CREATE TRIGGER stay_invoices_say_the_same
BEFORE UPDATE OF tenant_id, id, kind, stay_id, encounter_id, site_id, patient_id, revision, payer, currency, lines, credits_id, requested ON stay_invoices
BEGIN
    SELECT RAISE(ABORT, 'what an invoice says never changes');
END;

CREATE TRIGGER stay_invoices_never_go BEFORE DELETE ON stay_invoices
BEGIN
    SELECT RAISE(ABORT, 'invoices are never deleted');
END;

CREATE TABLE stay_invoice_numbers (
    tenant_id  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    series     TEXT NOT NULL,
    sequence   INTEGER NOT NULL,
    invoice_id TEXT NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, kind, series, sequence)
);

CREATE UNIQUE INDEX stay_invoice_numbers_invoice ON stay_invoice_numbers (tenant_id, invoice_id);

CREATE TRIGGER stay_invoice_numbers_never_change BEFORE UPDATE ON stay_invoice_numbers
BEGIN
    SELECT RAISE(ABORT, 'a number stays given');
END;

CREATE TRIGGER stay_invoice_numbers_never_go BEFORE DELETE ON stay_invoice_numbers
BEGIN
    SELECT RAISE(ABORT, 'a number stays given');
END;

-- rollback

DROP TABLE stay_invoice_numbers;
DROP TABLE stay_invoices;
DROP TABLE stay_statements;
