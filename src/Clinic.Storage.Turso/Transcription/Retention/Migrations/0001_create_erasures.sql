-- Proofs that things of patients were erased: ids and hashes of what lay there encrypted. Every key begins with the tenant.

-- forward

CREATE TABLE transcription_erasures (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    patient_id TEXT NOT NULL,
    at         INTEGER NOT NULL,
    by_id      TEXT NOT NULL,
    proof      TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX transcription_erasures_patient ON transcription_erasures (tenant_id, patient_id, at, id);

CREATE TRIGGER transcription_erasures_never_change BEFORE UPDATE ON transcription_erasures
BEGIN
    SELECT RAISE(ABORT, 'proofs of erasures are append-only');
END;

CREATE TRIGGER transcription_erasures_never_go BEFORE DELETE ON transcription_erasures
BEGIN
    SELECT RAISE(ABORT, 'proofs of erasures are append-only');
END;

-- rollback

DROP TABLE transcription_erasures;
