-- The words of transcripts and reports for search. They lie in clear: switch search off where that must not be.
-- The full-text table holds folded words in their order, which is what any index of words gives away, and nothing else of a text.

-- forward

CREATE TABLE transcript_index_documents (
    tenant_id    TEXT NOT NULL,
    kind         TEXT NOT NULL,
    id           TEXT NOT NULL,
    doc          INTEGER PRIMARY KEY,
    session_id   TEXT NOT NULL,
    site_id      TEXT NOT NULL,
    patient_id   TEXT NOT NULL,
    physician_id TEXT NOT NULL,
    assistant_id TEXT,
    at           INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    UNIQUE (tenant_id, kind, id)
);

CREATE VIRTUAL TABLE transcript_index USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE transcript_index_state (
    tenant_id TEXT NOT NULL PRIMARY KEY,
    form      INTEGER NOT NULL,
    removals  INTEGER NOT NULL
);

-- rollback

DROP TABLE transcript_index_state;
DROP TABLE transcript_index;
DROP TABLE transcript_index_documents;
