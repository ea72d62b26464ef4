-- The first schema. Documents are JSON of the domain types; the columns beside them serve
-- queries and the visibility rules. Empty club and coach: belongs to the house (built in).
-- Times are milliseconds since 1970 by the database's clock, for audit only.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE clubs (
    id       TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    releases INTEGER NOT NULL DEFAULT 0 CHECK (releases IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE coaches (
    id   TEXT PRIMARY KEY,
    club TEXT NOT NULL REFERENCES clubs (id),
    name TEXT NOT NULL,
    lang TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX coaches_by_club ON coaches (club, name);

CREATE TABLE groups (
    id       TEXT PRIMARY KEY,
    club     TEXT NOT NULL REFERENCES clubs (id),
    name     TEXT NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0,
    document TEXT NOT NULL
) STRICT;
CREATE INDEX groups_by_club ON groups (club, archived, name);

CREATE TABLE athletes (
    id       TEXT PRIMARY KEY,
    club     TEXT NOT NULL REFERENCES clubs (id),
    name     TEXT NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0,
    document TEXT NOT NULL
) STRICT;
CREATE INDEX athletes_by_club ON athletes (club, archived, name);

-- One row per version of an exercise: built in ('', ''), the club's (club, ''), a coach's own.
CREATE TABLE exercises (
    id       TEXT NOT NULL,
    club     TEXT NOT NULL,
    coach    TEXT NOT NULL,
    author   TEXT NOT NULL,
    reach    TEXT NOT NULL CHECK (reach IN ('private', 'club', 'official')),
    archived INTEGER NOT NULL DEFAULT 0,
    document TEXT NOT NULL,
    changed  INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    PRIMARY KEY (id, club, coach)
) STRICT;
CREATE INDEX exercises_by_club ON exercises (club, id) WHERE club <> '';
CREATE INDEX exercises_released ON exercises (id) WHERE club <> '' AND reach = 'official';

CREATE TABLE graphs (
    id       TEXT NOT NULL,
    club     TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (id, club)
) STRICT;

CREATE TABLE aliases (
    key      TEXT NOT NULL,
    club     TEXT NOT NULL REFERENCES clubs (id),
    coach    TEXT NOT NULL,
    name     TEXT NOT NULL,
    exercise TEXT NOT NULL,
    origin   TEXT NOT NULL CHECK (origin IN ('hand', 'import')),
    import   TEXT,
    author   TEXT NOT NULL,
    changed  INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    PRIMARY KEY (club, coach, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE frameworks (
    id       TEXT PRIMARY KEY,
    club     TEXT NOT NULL REFERENCES clubs (id),
    coach    TEXT NOT NULL,
    reach    TEXT NOT NULL CHECK (reach IN ('private', 'club', 'official')),
    archived INTEGER NOT NULL DEFAULT 0,
    title    TEXT NOT NULL,
    version  INTEGER NOT NULL DEFAULT 1,
    document TEXT NOT NULL,
    changed  INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER))
) STRICT;
CREATE INDEX frameworks_by_club ON frameworks (club, title);
CREATE INDEX frameworks_released ON frameworks (title) WHERE reach = 'official';

CREATE TABLE programs (
    id         TEXT PRIMARY KEY,
    club       TEXT NOT NULL REFERENCES clubs (id),
    coach      TEXT NOT NULL,
    reach      TEXT NOT NULL CHECK (reach IN ('private', 'club', 'official')),
    archived   INTEGER NOT NULL DEFAULT 0,
    title      TEXT NOT NULL,
    owner_kind TEXT NOT NULL,
    owner      TEXT,
    start      TEXT,
    weeks      INTEGER NOT NULL,
    finished   INTEGER NOT NULL DEFAULT 0,
    version    INTEGER NOT NULL DEFAULT 1,
    document   TEXT NOT NULL,
    changed    INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER))
) STRICT;
CREATE INDEX programs_by_club ON programs (club, start);

CREATE TABLE program_weeks (
    program  TEXT NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    week     INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (program, week)
) STRICT, WITHOUT ROWID;

CREATE TABLE units (
    id         TEXT PRIMARY KEY,
    club       TEXT NOT NULL REFERENCES clubs (id),
    coach      TEXT NOT NULL,
    reach      TEXT NOT NULL CHECK (reach IN ('private', 'club', 'official')),
    archived   INTEGER NOT NULL DEFAULT 0,
    title      TEXT NOT NULL,
    owner_kind TEXT NOT NULL,
    owner      TEXT,
    date       TEXT,
    minutes    INTEGER,
    program    TEXT REFERENCES programs (id),
    week       INTEGER,
    day        INTEGER,
    framework  TEXT,
    slot       TEXT,
    done       INTEGER NOT NULL DEFAULT 0,
    version    INTEGER NOT NULL DEFAULT 1,
    document   TEXT NOT NULL,
    changed    INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER))
) STRICT;
CREATE INDEX units_by_date ON units (club, date);
CREATE INDEX units_by_owner ON units (club, owner_kind, owner, date);
CREATE INDEX units_by_program ON units (program, week, day) WHERE program IS NOT NULL;

-- Every edit that was ever confirmed. 'done' can be undone, 'undone' can be redone,
-- 'discarded' was undone and then overtaken by a new edit.
CREATE TABLE journal (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    unit    TEXT NOT NULL REFERENCES units (id),
    club    TEXT NOT NULL REFERENCES clubs (id),
    coach   TEXT NOT NULL,
    state   TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded')),
    version INTEGER NOT NULL,
    edit    TEXT NOT NULL,
    inverse TEXT NOT NULL,
    at      INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER))
) STRICT;
CREATE INDEX journal_by_unit ON journal (unit, club, coach, state, id);

CREATE TABLE import_drafts (
    id       TEXT PRIMARY KEY,
    club     TEXT NOT NULL REFERENCES clubs (id),
    coach    TEXT NOT NULL,
    unit     TEXT,
    source   TEXT NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'dropped')),
    document TEXT NOT NULL,
    changed  INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER))
) STRICT;
CREATE INDEX import_drafts_open ON import_drafts (club, coach, changed) WHERE state = 'open';

CREATE TABLE jobs (
    number        INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    club          TEXT NOT NULL REFERENCES clubs (id),
    coach         TEXT NOT NULL,
    program       TEXT,
    request       TEXT NOT NULL,
    seed          INTEGER NOT NULL,
    weeks         INTEGER NOT NULL,
    state         TEXT NOT NULL
                  CHECK (state IN ('pending', 'running', 'done', 'failed', 'cancelled')),
    percent       INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
    runner        TEXT,
    claim         INTEGER NOT NULL DEFAULT 0,
    claimed_until INTEGER,
    made          INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER))
) STRICT;
CREATE INDEX jobs_by_coach ON jobs (club, coach, number);

CREATE TABLE job_weeks (
    job     TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    week    INTEGER NOT NULL,
    state   TEXT NOT NULL
            CHECK (state IN ('pending', 'running', 'done', 'failed', 'cancelled')),
    took_ms INTEGER NOT NULL,
    PRIMARY KEY (job, week)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_lines (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    job    TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    line   TEXT NOT NULL,
    at     INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER))
) STRICT;
CREATE INDEX job_lines_by_job ON job_lines (job, number);

CREATE TABLE settings (
    club  TEXT NOT NULL REFERENCES clubs (id),
    coach TEXT NOT NULL,
    name  TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (club, coach, name)
) STRICT, WITHOUT ROWID;
