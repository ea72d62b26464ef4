-- What asking language models cost and came to, and who may be asked about. No word of what was
-- asked or answered stands here.

CREATE TABLE model_calls (
    id            INTEGER PRIMARY KEY,
    club          TEXT NOT NULL,
    coach         TEXT NOT NULL,
    at            INTEGER NOT NULL,
    role          TEXT NOT NULL,
    job           TEXT,
    provider      TEXT NOT NULL,
    kind          TEXT NOT NULL,
    model         TEXT NOT NULL,
    prompt        TEXT NOT NULL,
    prompt_hash   TEXT NOT NULL,
    forked        INTEGER NOT NULL CHECK (forked IN (0, 1)),
    outcome       TEXT NOT NULL,
    error         TEXT,
    retries       INTEGER NOT NULL,
    input_new     INTEGER NOT NULL,
    input_cached  INTEGER NOT NULL,
    cache_written INTEGER NOT NULL,
    output        INTEGER NOT NULL,
    reasoning     INTEGER NOT NULL,
    bytes_out     INTEGER NOT NULL,
    bytes_in      INTEGER NOT NULL,
    first_ms      INTEGER,
    total_ms      INTEGER NOT NULL,
    price         REAL
) STRICT;
CREATE INDEX model_calls_by_coach ON model_calls (club, coach, at);

-- One answer per person or group of a club; `coach` is the coach who does not want models at all.
CREATE TABLE consents (
    club    TEXT NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('coach', 'athlete', 'group')),
    id      TEXT NOT NULL,
    given   INTEGER NOT NULL CHECK (given IN (0, 1)),
    author  TEXT NOT NULL,
    changed INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    PRIMARY KEY (club, subject, id)
) STRICT, WITHOUT ROWID;
