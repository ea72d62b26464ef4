//! Taught names in SQLite. The club's names have an empty coach.

use rusqlite::Row;

use crate::domain::{ExerciseId, JobId};
use crate::store::error::Thing;
use crate::store::values::{Alias, AliasOrigin, Reach};

use super::rows::{found, text};
use super::{Outcome, Scope};

pub(in crate::store) fn all(scope: &Scope<'_>) -> Outcome<Vec<Alias>> {
    scope.all(
        concat!(
            "SELECT name, key, exercise, coach, origin, import FROM aliases
             WHERE (coach = '' OR coach = :coach) AND ",
            of_club!(),
            " ORDER BY key, coach DESC"
        ),
        &[],
        alias,
    )
}

pub(in crate::store) fn put(scope: &Scope<'_>, alias: &Alias) -> Outcome<()> {
    let (origin, import) = match &alias.origin {
        AliasOrigin::Hand => ("hand", None),
        AliasOrigin::Import(job) => ("import", job.as_ref().map(JobId::as_str)),
    };
    scope.change(
        "INSERT INTO aliases (key, club, coach, name, exercise, origin, import, author)
         VALUES (:key, :club, CASE WHEN :own THEN :coach ELSE '' END, :name, :exercise, :origin,
                 :import, :coach)
         ON CONFLICT (club, coach, key) DO UPDATE SET
           name = excluded.name, exercise = excluded.exercise, origin = excluded.origin,
           import = excluded.import, author = excluded.author,
           changed = CAST(unixepoch('subsec') * 1000 AS INTEGER)",
        &[
            (":key", &alias.key),
            (":own", &(alias.reach == Reach::Coach)),
            (":name", &alias.name),
            (":exercise", &alias.exercise.as_str()),
            (":origin", &origin),
            (":import", &import),
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
            "import" => AliasOrigin::Import(import),
            _ => AliasOrigin::Hand,
        },
    })
}
