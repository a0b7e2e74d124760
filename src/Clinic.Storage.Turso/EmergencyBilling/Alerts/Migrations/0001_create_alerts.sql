-- Watches over stays with the alerts they raised, and what the stays of a site are warned of. Every key begins with the tenant.
-- A watch holds the one instant at which the job must look at its stay; a stay that needs no look has none.

-- forward

CREATE TABLE stay_watches (
    tenant_id  TEXT NOT NULL,
    stay_id    TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    is_open    INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    due        INTEGER,
    next_code  TEXT,
    next_level INTEGER,
    next_at    INTEGER,
    version    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, stay_id)
);

CREATE INDEX stay_watches_due ON stay_watches (tenant_id, due, stay_id) WHERE due IS NOT NULL;

CREATE INDEX stay_watches_open ON stay_watches (tenant_id, site_id, stay_id) WHERE is_open = 1;

CREATE TABLE stay_alerts (
    tenant_id      TEXT NOT NULL,
    id             TEXT NOT NULL,
    stay_id        TEXT NOT NULL,
    position       INTEGER NOT NULL,
    site_id        TEXT NOT NULL,
    code           TEXT NOT NULL,
    level          INTEGER NOT NULL,
    clock          TEXT NOT NULL,
    threshold      INTEGER NOT NULL,
    due_at         INTEGER NOT NULL,
    raised_at      INTEGER NOT NULL,
    escalation     TEXT NOT NULL,
    escalate_after INTEGER NOT NULL,
    told           INTEGER NOT NULL,
    escalates_at   INTEGER,
    status         TEXT NOT NULL CHECK (status IN ('open', 'acknowledged', 'cleared')),
    answered_by    TEXT,
    answered_at    INTEGER,
    note           TEXT,
    cleared_at     INTEGER,
    PRIMARY KEY (tenant_id, id)
);

-- Each level fires once in a stay, whoever raises it.
CREATE UNIQUE INDEX stay_alerts_once ON stay_alerts (tenant_id, stay_id, code, level);

CREATE UNIQUE INDEX stay_alerts_position ON stay_alerts (tenant_id, stay_id, position);

CREATE INDEX stay_alerts_site ON stay_alerts (tenant_id, site_id, raised_at, id);

CREATE INDEX stay_alerts_standing ON stay_alerts (tenant_id, site_id, raised_at, id) WHERE status <> 'cleared';

CREATE TRIGGER stay_alerts_say_the_same
BEFORE UPDATE OF tenant_id, id, stay_id, position, site_id, code, level, clock, threshold, due_at, raised_at, escalation, escalate_after ON stay_alerts
BEGIN
    SELECT RAISE(ABORT, 'what an alert says never changes');
END;

CREATE TRIGGER stay_alerts_never_go BEFORE DELETE ON stay_alerts
BEGIN
    SELECT RAISE(ABORT, 'alerts are never deleted');
END;

CREATE TABLE stay_alert_rules (
    tenant_id      TEXT NOT NULL,
    site_id        TEXT NOT NULL,
    version        INTEGER NOT NULL,
    rules          TEXT NOT NULL,
    escalate_after INTEGER NOT NULL,
    by_id          TEXT,
    at             INTEGER,
    reason         TEXT,
    PRIMARY KEY (tenant_id, site_id, version)
);

CREATE TRIGGER stay_alert_rules_never_change BEFORE UPDATE ON stay_alert_rules
BEGIN
    SELECT RAISE(ABORT, 'versions of alert rules are append-only');
END;

CREATE TRIGGER stay_alert_rules_never_go BEFORE DELETE ON stay_alert_rules
BEGIN
    SELECT RAISE(ABORT, 'versions of alert rules are append-only');
END;

-- rollback

DROP TABLE stay_alert_rules;
DROP TABLE stay_alerts;
DROP TABLE stay_watches;
