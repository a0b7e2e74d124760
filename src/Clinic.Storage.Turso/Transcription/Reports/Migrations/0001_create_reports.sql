-- Reports with their signed parts. Every key begins with the tenant.
-- In clear is what lists ask for; what was said or written is encrypted under a key of the report's own.

-- forward

CREATE TABLE transcription_reports (
    tenant_id         TEXT NOT NULL,
    id                TEXT NOT NULL,
    site_id           TEXT NOT NULL,
    session_id        TEXT NOT NULL,
    patient_id        TEXT NOT NULL,
    physician_id      TEXT NOT NULL,
    assistant_id      TEXT,
    status            TEXT NOT NULL,
    is_open           INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    signed_versions   INTEGER NOT NULL,
    consent_withdrawn INTEGER NOT NULL CHECK (consent_withdrawn IN (0, 1)),
    started_at        INTEGER NOT NULL,
    next_attempt      INTEGER,
    document          BLOB NOT NULL,
    version           INTEGER NOT NULL,
    created_at        INTEGER NOT NULL,
    updated_at        INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- Two drafts of one visit would leave it open which of them is the report.
CREATE UNIQUE INDEX transcription_reports_open ON transcription_reports (tenant_id, session_id) WHERE is_open = 1;

CREATE INDEX transcription_reports_session ON transcription_reports (tenant_id, session_id, started_at, id);

CREATE INDEX transcription_reports_started ON transcription_reports (tenant_id, site_id, started_at, id);

CREATE INDEX transcription_reports_physician ON transcription_reports (tenant_id, physician_id, started_at, id);

CREATE INDEX transcription_reports_patient ON transcription_reports (tenant_id, patient_id, started_at, id);

CREATE INDEX transcription_reports_due ON transcription_reports (tenant_id, next_attempt, id) WHERE next_attempt IS NOT NULL;

CREATE TRIGGER transcription_reports_stay_signed BEFORE UPDATE ON transcription_reports
WHEN new.signed_versions < old.signed_versions OR (old.signed_versions > 0 AND new.status = 'erased')
BEGIN
    SELECT RAISE(ABORT, 'what was signed is not taken back');
END;

CREATE TRIGGER transcription_reports_never_go BEFORE DELETE ON transcription_reports WHEN old.signed_versions > 0
BEGIN
    SELECT RAISE(ABORT, 'a signed report is never deleted');
END;

CREATE TABLE transcription_report_parts (
    tenant_id    TEXT NOT NULL,
    report_id    TEXT NOT NULL,
    name         TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    signed_at    INTEGER NOT NULL,
    content      BLOB NOT NULL,
    PRIMARY KEY (tenant_id, report_id, name)
);

CREATE TRIGGER transcription_report_parts_never_change BEFORE UPDATE ON transcription_report_parts
BEGIN
    SELECT RAISE(ABORT, 'what was signed never changes');
END;

CREATE TRIGGER transcription_report_parts_never_go BEFORE DELETE ON transcription_report_parts
BEGIN
    SELECT RAISE(ABORT, 'what was signed is never deleted');
END;

-- rollback

DROP TABLE transcription_report_parts;
DROP TABLE transcription_reports;
