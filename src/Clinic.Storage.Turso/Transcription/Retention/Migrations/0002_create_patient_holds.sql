-- Legal holds of patients and the sites where they stand. A row stays after the release, so that its version never begins anew.

-- forward

CREATE TABLE transcription_patient_holds (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    sites      TEXT NOT NULL,
    version    INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- rollback

DROP TABLE transcription_patient_holds;
