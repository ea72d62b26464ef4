-- Base conversations that providers keep, one per coach, kind, provider and model; and the outline
-- of each generation by a model, so that resuming asks for nothing twice.

CREATE TABLE bases (
    club     TEXT NOT NULL,
    coach    TEXT NOT NULL,
    kind     TEXT NOT NULL,
    provider TEXT NOT NULL,
    model    TEXT NOT NULL,
    record   TEXT NOT NULL,
    PRIMARY KEY (club, coach, kind, provider, model)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_outlines (
    job     TEXT PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
    outline TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX model_calls_by_job ON model_calls (job) WHERE job IS NOT NULL;
