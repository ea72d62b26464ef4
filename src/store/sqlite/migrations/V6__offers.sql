-- Generated plans that wait for their coach: the program of a job, or a single unit. What of them
-- is archived was not taken; a closed offer has been decided on, and can be opened again.

CREATE TABLE offers (
    job    TEXT PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
    unit   TEXT,
    closed INTEGER NOT NULL DEFAULT 0,
    record TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE INDEX jobs_by_program ON jobs (program) WHERE program IS NOT NULL;
