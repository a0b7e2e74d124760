-- Prices: lists with every version, special prices, tax groups with their rates.
-- Every key begins with the tenant. Amounts and percentages are exact decimals that SQL never calculates with.

-- forward

-- valid_last is the last date on which the last version holds; 9999-12-31 stands for no end.
CREATE TABLE price_lists (
    tenant_id     TEXT NOT NULL,
    id            TEXT NOT NULL,
    code          TEXT NOT NULL,
    site_id       TEXT NOT NULL,
    segment       TEXT NOT NULL,
    currency      TEXT NOT NULL,
    tax_inclusive INTEGER NOT NULL CHECK (tax_inclusive IN (0, 1)),
    rounding      TEXT NOT NULL,
    valid_from    TEXT NOT NULL,
    valid_last    TEXT NOT NULL,
    version       INTEGER NOT NULL,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX price_lists_code ON price_lists (tenant_id, code);

CREATE INDEX price_lists_segment ON price_lists (tenant_id, site_id, segment);

CREATE TABLE price_list_versions (
    tenant_id   TEXT NOT NULL,
    list_id     TEXT NOT NULL,
    version     INTEGER NOT NULL,
    name        TEXT NOT NULL,
    valid_until TEXT,
    effective   TEXT NOT NULL,
    is_retired  INTEGER NOT NULL CHECK (is_retired IN (0, 1)),
    author_id   TEXT NOT NULL,
    approver_id TEXT,
    reason      TEXT NOT NULL,
    published   INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, list_id, version)
);

CREATE TRIGGER price_list_versions_never_change BEFORE UPDATE ON price_list_versions
BEGIN
    SELECT RAISE(ABORT, 'versions of price lists are append-only');
END;

CREATE TRIGGER price_list_versions_never_go BEFORE DELETE ON price_list_versions
BEGIN
    SELECT RAISE(ABORT, 'versions of price lists are append-only');
END;

CREATE TABLE price_list_entries (
    tenant_id       TEXT NOT NULL,
    list_id         TEXT NOT NULL,
    version         INTEGER NOT NULL,
    position        INTEGER NOT NULL,
    presentation_id TEXT NOT NULL,
    level           TEXT,
    minimum         TEXT,
    rule            TEXT NOT NULL,
    value           TEXT NOT NULL,
    tax_group       TEXT NOT NULL,
    floor           TEXT,
    PRIMARY KEY (tenant_id, list_id, version, position)
);

CREATE INDEX price_list_entries_presentation ON price_list_entries (tenant_id, list_id, version, presentation_id);

CREATE TRIGGER price_list_entries_never_change BEFORE UPDATE ON price_list_entries
BEGIN
    SELECT RAISE(ABORT, 'versions of price lists are append-only');
END;

CREATE TRIGGER price_list_entries_never_go BEFORE DELETE ON price_list_entries
BEGIN
    SELECT RAISE(ABORT, 'versions of price lists are append-only');
END;

CREATE TABLE special_prices (
    tenant_id       TEXT NOT NULL,
    id              TEXT NOT NULL,
    site_id         TEXT NOT NULL,
    presentation_id TEXT NOT NULL,
    segment         TEXT NOT NULL,
    patient_id      TEXT,
    currency        TEXT NOT NULL,
    level           TEXT,
    amount          TEXT,
    percent_off     TEXT,
    valid_from      TEXT NOT NULL,
    valid_until     TEXT NOT NULL,
    author_id       TEXT NOT NULL,
    approver_id     TEXT NOT NULL,
    reason          TEXT NOT NULL,
    approved        INTEGER NOT NULL,
    ended_last      TEXT,
    ended_by        TEXT,
    ended           INTEGER,
    ended_reason    TEXT,
    version         INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX special_prices_presentation ON special_prices (tenant_id, presentation_id, site_id, segment);

CREATE INDEX special_prices_from ON special_prices (tenant_id, valid_from, id);

CREATE TABLE tax_groups (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    code       TEXT NOT NULL,
    name       TEXT NOT NULL,
    is_exempt  INTEGER NOT NULL CHECK (is_exempt IN (0, 1)),
    version    INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX tax_groups_code ON tax_groups (tenant_id, code);

CREATE TABLE tax_rates (
    tenant_id  TEXT NOT NULL,
    group_id   TEXT NOT NULL,
    position   INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    percent    TEXT NOT NULL,
    set_by     TEXT NOT NULL,
    set_at     INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    PRIMARY KEY (tenant_id, group_id, position)
);

CREATE TRIGGER tax_rates_never_change BEFORE UPDATE ON tax_rates
BEGIN
    SELECT RAISE(ABORT, 'tax rates are append-only');
END;

CREATE TRIGGER tax_rates_never_go BEFORE DELETE ON tax_rates
BEGIN
    SELECT RAISE(ABORT, 'tax rates are append-only');
END;

-- rollback

DROP TABLE tax_rates;
DROP TABLE tax_groups;
DROP TABLE special_prices;
DROP TABLE price_list_entries;
DROP TABLE price_list_versions;
DROP TABLE price_lists;
