-- Reports ask for the stays that ended in a period, and for the entries that changed a time afterwards.

-- forward

CREATE INDEX stays_ended ON stays (tenant_id, site_id, ended_at, id) WHERE ended_at IS NOT NULL;

CREATE INDEX stay_events_corrections ON stay_events (tenant_id, recorded_at) WHERE kind IN ('timeCorrected', 'carvedOut', 'reopened');

-- rollback

DROP INDEX stay_events_corrections;
DROP INDEX stays_ended;
