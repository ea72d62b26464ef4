-- The import log: what was pasted is sealed, what was understood of it and the numbers are not.
-- `raw`, `review` and `items` go when the retention period is over; the numbers stay.

DROP TABLE import_drafts;

CREATE TABLE imports (
    id          TEXT PRIMARY KEY,
    club        TEXT NOT NULL REFERENCES clubs (id),
    coach       TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'dropped')),
    source      TEXT NOT NULL,
    format      TEXT NOT NULL DEFAULT '',
    raw         BLOB,
    review      BLOB,
    items       TEXT NOT NULL DEFAULT '[]',
    high        INTEGER NOT NULL DEFAULT 0,
    medium      INTEGER NOT NULL DEFAULT 0,
    low         INTEGER NOT NULL DEFAULT 0,
    unmatched   INTEGER NOT NULL DEFAULT 0,
    ignored     INTEGER NOT NULL DEFAULT 0,
    corrections INTEGER NOT NULL DEFAULT 0,
    read_ms     INTEGER NOT NULL DEFAULT 0,
    review_ms   INTEGER NOT NULL DEFAULT 0,
    plans       TEXT NOT NULL DEFAULT '[]',
    made        INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    changed     INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER))
) STRICT;
CREATE INDEX imports_by_coach ON imports (club, coach, made);
CREATE INDEX imports_to_purge ON imports (made) WHERE raw IS NOT NULL;

-- Texts of begun imports used to be kept as they were written.
DELETE FROM settings WHERE name = 'import-text';

ALTER TABLE aliases ADD COLUMN line INTEGER;
ALTER TABLE aliases ADD COLUMN uses INTEGER NOT NULL DEFAULT 0;
