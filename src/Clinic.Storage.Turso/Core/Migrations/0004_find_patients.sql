-- Names and document numbers without case and accents, by which patients are searched.
-- SQLite cannot fold accents: the migrator fills both in for patients that are there already, in the same commit.
-- Where the script was run by hand they stay NULL until the patient is revised, and the search compares those one by one.

-- forward

ALTER TABLE patients ADD COLUMN name_key TEXT;
ALTER TABLE patients ADD COLUMN document_key TEXT;

CREATE INDEX patients_name ON patients (tenant_id, name_key, id, document_key);

CREATE INDEX patients_unfolded ON patients (tenant_id) WHERE name_key IS NULL;

-- rollback

DROP INDEX patients_unfolded;
DROP INDEX patients_name;
ALTER TABLE patients DROP COLUMN document_key;
ALTER TABLE patients DROP COLUMN name_key;
