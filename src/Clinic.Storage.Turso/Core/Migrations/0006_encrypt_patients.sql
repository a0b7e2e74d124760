-- Patients may be encrypted field by field. field_key is the id of the key of a row, NULL while the row is clear.
-- document_index is the keyed hash by which an encrypted document is found; the search keys of an encrypted row are NULL.

-- forward

ALTER TABLE patients ADD COLUMN field_key TEXT;
ALTER TABLE patients ADD COLUMN document_index TEXT;

CREATE UNIQUE INDEX patients_document_index ON patients (tenant_id, document_index) WHERE document_index IS NOT NULL;

CREATE INDEX patients_field_key ON patients (tenant_id, field_key, id);

-- rollback

-- What is encrypted could never be read again, so it must be decrypted first.
CREATE TABLE patients_check (encrypted INTEGER NOT NULL, CONSTRAINT decrypt_the_patients_first CHECK (encrypted = 0));
INSERT INTO patients_check SELECT count(*) FROM patients WHERE field_key IS NOT NULL;
DROP TABLE patients_check;

DROP INDEX patients_field_key;
DROP INDEX patients_document_index;
ALTER TABLE patients DROP COLUMN document_index;
ALTER TABLE patients DROP COLUMN field_key;
