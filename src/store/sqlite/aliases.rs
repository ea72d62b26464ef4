//! Taught names in SQLite. The club's names have an empty coach.

use jiff::Timestamp;
use rusqlite::Row;

use crate::domain::{CoachId, ExerciseId, JobId};
use crate::store::error::Thing;
use crate::store::values::{Alias, AliasOrigin, Reach, TaughtName};

use super::rows::{found, text};
use super::{Outcome, Scope};

pub(in crate::store) fn all(scope: &Scope<'_>) -> Outcome<Vec<TaughtName>> {
    scope.all(
        concat!(
            "SELECT name, key, exercise, coach, origin, import, line, author, changed, uses
             FROM aliases
             WHERE (coach = '' OR coach = :coach) AND ",
            of_club!(),
            " ORDER BY key, coach DESC"
        ),
        &[],
        taught,
    )
}

pub(in crate::store) fn put(scope: &Scope<'_>, alias: &Alias) -> Outcome<()> {
    let (origin, import) = match &alias.origin {
        AliasOrigin::Hand => ("hand", None),
        AliasOrigin::Import { import, .. } => ("import", import.as_ref().map(JobId::as_str)),
    };
    let line = match &alias.origin {
        AliasOrigin::Hand => None,
        AliasOrigin::Import { line, .. } => *line,
    };
    scope.change(
        "INSERT INTO aliases (key, club, coach, name, exercise, origin, import, line, author)
         VALUES (:key, :club, CASE WHEN :own THEN :coach ELSE '' END, :name, :exercise, :origin,
                 :import, :line, :coach)
         ON CONFLICT (club, coach, key) DO UPDATE SET
           name = excluded.name, exercise = excluded.exercise, origin = excluded.origin,
           import = excluded.import, line = excluded.line, author = excluded.author,
           uses = CASE WHEN exercise = excluded.exercise THEN uses ELSE 0 END,
           changed = CAST(unixepoch('subsec') * 1000 AS INTEGER)",
        &[
            (":key", &alias.key),
            (":own", &(alias.reach == Reach::Coach)),
            (":name", &alias.name),
            (":exercise", &alias.exercise.as_str()),
            (":origin", &origin),
            (":import", &import),
            (":line", &line),
        ],
    )?;
    Ok(())
}

pub(in crate::store) fn forget(scope: &Scope<'_>, key: &str, reach: Reach) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "DELETE FROM aliases
             WHERE key = :key AND coach = CASE WHEN :own THEN :coach ELSE '' END AND ",
            of_club!()
        ),
        &[(":key", &key), (":own", &(reach == Reach::Coach))],
    )?;
    found(met, Thing::Exercise, key)
}

fn alias(row: &Row<'_>) -> Outcome<Alias> {
    let import = row.get::<_, Option<String>>(5)?.map(JobId::new);
    Ok(Alias {
        name: row.get(0)?,
        key: row.get(1)?,
        exercise: ExerciseId::new(row.get::<_, String>(2)?),
        reach: if text(row, 3)?.is_empty() { Reach::Club } else { Reach::Coach },
        origin: match text(row, 4)? {
            "import" => AliasOrigin::Import { import, line: row.get(6)? },
            _ => AliasOrigin::Hand,
        },
    })
}

fn taught(row: &Row<'_>) -> Outcome<TaughtName> {
    Ok(TaughtName {
        alias: alias(row)?,
        author: CoachId::new(row.get::<_, String>(7)?),
        taught: Timestamp::from_millisecond(row.get(8)?).unwrap_or_default(),
        uses: row.get(9)?,
    })
}
