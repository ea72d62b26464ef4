-- What a club's exercise was made from: the built-in one as it was then. Where that one has changed
-- since, the club is told and keeps its own.
ALTER TABLE exercises ADD COLUMN base TEXT;
UPDATE exercises SET base = (SELECT built.document FROM exercises AS built
                             WHERE built.id = exercises.id AND built.club = '')
WHERE club <> '';
ALTER TABLE graphs ADD COLUMN base TEXT;
UPDATE graphs SET base = (SELECT built.document FROM graphs AS built
                          WHERE built.id = graphs.id AND built.club = '')
WHERE club <> '';
CREATE INDEX exercises_retired ON exercises (id) WHERE club = '' AND archived = 1;

-- Skills, focus areas, styles and other list entries a club added; the built-in ones come with the
-- program.
CREATE TABLE catalogue_entries (
    club     TEXT NOT NULL REFERENCES clubs (id),
    kind     TEXT NOT NULL,
    id       TEXT NOT NULL,
    author   TEXT NOT NULL,
    document TEXT NOT NULL,
    changed  INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    PRIMARY KEY (club, kind, id)
) STRICT, WITHOUT ROWID;
