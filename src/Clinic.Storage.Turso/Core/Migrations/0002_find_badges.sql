-- Keyed hashes by which a scanned badge is found; each is held by one person of a clinic.
-- Badges that were set before have none and are found once they are set again.

-- forward

CREATE TABLE badge_lookups (
    tenant_id TEXT NOT NULL,
    lookup    TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (tenant_id, lookup)
);

CREATE INDEX badge_lookups_person ON badge_lookups (tenant_id, person_id);

-- rollback

DROP TABLE badge_lookups;
