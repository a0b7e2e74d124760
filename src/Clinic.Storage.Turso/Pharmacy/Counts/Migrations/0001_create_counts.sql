-- Counting sessions. Lines with their entries are read and written as one whole, so they stand in the row.
-- Every key begins with the tenant.

-- forward

CREATE TABLE count_sessions (
    tenant_id   TEXT NOT NULL,
    id          TEXT NOT NULL,
    location_id TEXT NOT NULL,
    status      TEXT NOT NULL,
    planned     INTEGER NOT NULL,
    detail      TEXT NOT NULL,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX count_sessions_planned ON count_sessions (tenant_id, planned, id);

CREATE INDEX count_sessions_location ON count_sessions (tenant_id, location_id, planned);

-- rollback

DROP TABLE count_sessions;
