-- The change trail: rows as they were before and after, written by triggers that the program generates from the live schema.
-- Which tables are followed, and how closely, stands in change_settings; whose triggers exist is what counts.

-- forward

CREATE TABLE changes (
    position   INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id  TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_key    TEXT NOT NULL,
    change     TEXT NOT NULL CHECK (change IN ('insert', 'update', 'delete')),
    before     TEXT,
    after      TEXT
);

CREATE INDEX changes_table ON changes (tenant_id, table_name, row_key, position);

CREATE INDEX changes_tenant ON changes (tenant_id, position);

CREATE TRIGGER changes_never_change BEFORE UPDATE ON changes
BEGIN
    SELECT RAISE(ABORT, 'the change trail is append-only');
END;

CREATE TRIGGER changes_never_go BEFORE DELETE ON changes
BEGIN
    SELECT RAISE(ABORT, 'the change trail is append-only');
END;

-- Of the installation and not of a clinic: a trigger serves all of them.
CREATE TABLE change_settings (
    table_name TEXT NOT NULL PRIMARY KEY,
    detail     TEXT NOT NULL CHECK (detail IN ('id', 'after', 'full'))
);

-- rollback

DROP TABLE change_settings;
DROP TABLE changes;
