-- Emergency tariffs with every version, their history, and the holiday calendars of sites.
-- Every key begins with the tenant. Prices are JSON that SQL never calculates with.

-- forward

-- One row per site: whoever relied on prices or holidays requires its version.
CREATE TABLE tariff_books (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    version    INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- A dimension that the key does not name is an empty text.
CREATE TABLE tariffs (
    tenant_id    TEXT NOT NULL,
    id           TEXT NOT NULL,
    site_id      TEXT NOT NULL,
    name         TEXT NOT NULL,
    payer        TEXT NOT NULL,
    service_line TEXT NOT NULL,
    acuity       TEXT NOT NULL,
    currency     TEXT NOT NULL,
    version      INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX tariffs_key ON tariffs (tenant_id, site_id, payer, service_line, acuity);

CREATE TABLE tariff_versions (
    tenant_id      TEXT NOT NULL,
    tariff_id      TEXT NOT NULL,
    number         INTEGER NOT NULL,
    effective_from INTEGER NOT NULL,
    effective_to   INTEGER,
    terms          TEXT NOT NULL,
    status         TEXT NOT NULL CHECK (status IN ('draft', 'published', 'superseded')),
    author_id      TEXT NOT NULL,
    written_at     INTEGER NOT NULL,
    reason         TEXT NOT NULL,
    replaces       INTEGER,
    approver_id    TEXT,
    published_at   INTEGER,
    content_hash   TEXT NOT NULL,
    PRIMARY KEY (tenant_id, tariff_id, number)
);

CREATE TRIGGER tariff_versions_never_change
BEFORE UPDATE OF tenant_id, tariff_id, number, effective_from, terms, author_id, written_at, reason, replaces, content_hash ON tariff_versions
BEGIN
    SELECT RAISE(ABORT, 'versions of tariffs are immutable');
END;

CREATE TRIGGER tariff_versions_stay_published BEFORE UPDATE OF status, approver_id, published_at ON tariff_versions
WHEN (old.status <> 'draft' AND (new.status = 'draft' OR new.approver_id IS NOT old.approver_id OR new.published_at IS NOT old.published_at))
    OR (old.status = 'superseded' AND new.status <> 'superseded')
BEGIN
    SELECT RAISE(ABORT, 'published versions of tariffs are only superseded');
END;

CREATE TRIGGER tariff_versions_never_go BEFORE DELETE ON tariff_versions
BEGIN
    SELECT RAISE(ABORT, 'versions of tariffs are append-only');
END;

CREATE TABLE tariff_changes (
    tenant_id  TEXT NOT NULL,
    tariff_id  TEXT NOT NULL,
    sequence   INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    number     INTEGER,
    by_id      TEXT NOT NULL,
    at         INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    end_before INTEGER,
    end_after  INTEGER,
    PRIMARY KEY (tenant_id, tariff_id, sequence)
);

CREATE TRIGGER tariff_changes_never_change BEFORE UPDATE ON tariff_changes
BEGIN
    SELECT RAISE(ABORT, 'the history of tariffs is append-only');
END;

CREATE TRIGGER tariff_changes_never_go BEFORE DELETE ON tariff_changes
BEGIN
    SELECT RAISE(ABORT, 'the history of tariffs is append-only');
END;

CREATE TABLE holiday_calendars (
    tenant_id  TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    version    INTEGER NOT NULL,
    name       TEXT NOT NULL,
    from_date  TEXT NOT NULL,
    through    TEXT NOT NULL,
    holidays   TEXT NOT NULL,
    by_id      TEXT NOT NULL,
    at         INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    PRIMARY KEY (tenant_id, site_id, version)
);

CREATE TRIGGER holiday_calendars_never_change BEFORE UPDATE ON holiday_calendars
BEGIN
    SELECT RAISE(ABORT, 'versions of calendars are append-only');
END;

CREATE TRIGGER holiday_calendars_never_go BEFORE DELETE ON holiday_calendars
BEGIN
    SELECT RAISE(ABORT, 'versions of calendars are append-only');
END;

-- rollback

DROP TABLE holiday_calendars;
DROP TABLE tariff_changes;
DROP TABLE tariff_versions;
DROP TABLE tariffs;
DROP TABLE tariff_books;
