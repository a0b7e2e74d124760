-- Recall campaigns with their notices, the watch that receipts rely on, and returns to suppliers.
-- What no statement asks for stands as one text in the row. Every key begins with the tenant.

-- forward

CREATE TABLE recall_campaigns (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    status     TEXT NOT NULL,
    opened     INTEGER NOT NULL,
    detail     TEXT NOT NULL,
    version    INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX recall_campaigns_opened ON recall_campaigns (tenant_id, opened, id);

CREATE INDEX recall_campaigns_status ON recall_campaigns (tenant_id, status, opened);

CREATE TABLE recall_notices (
    tenant_id   TEXT NOT NULL,
    id          TEXT NOT NULL,
    campaign_id TEXT NOT NULL,
    recipient   TEXT NOT NULL,
    status      TEXT NOT NULL,
    detail      TEXT NOT NULL,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX recall_notices_recipient ON recall_notices (tenant_id, campaign_id, recipient);

CREATE INDEX recall_notices_campaign ON recall_notices (tenant_id, campaign_id, status, id);

CREATE TABLE recall_watches (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    version    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE supplier_returns (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    status     TEXT NOT NULL,
    drafted    INTEGER NOT NULL,
    detail     TEXT NOT NULL,
    version    INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX supplier_returns_drafted ON supplier_returns (tenant_id, drafted, id);

-- rollback

DROP TABLE supplier_returns;
DROP TABLE recall_watches;
DROP TABLE recall_notices;
DROP TABLE recall_campaigns;
