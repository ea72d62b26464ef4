//! A club's versions of built-in exercises next to what those have become, and the entries it added
//! to the lists.

use crate::domain::{CatalogueEntry, CatalogueKind, Exercise, ExerciseId};
use crate::store::columns::{json, read};
use crate::store::error::Thing;
use crate::store::values::KeptEdit;

use super::rows::{found, text};
use super::{Outcome, Scope};

/// Versions of the viewer whose built-in exercise differs from the one they were made from.
pub(in crate::store) fn kept(scope: &Scope<'_>) -> Outcome<Vec<KeptEdit>> {
    let edits = scope.all(
        concat!(
            "SELECT id, document, base,
                    (SELECT built.document FROM exercises AS built
                     WHERE built.id = exercises.id AND built.club = '' AND built.archived = 0)
                    AS now
             FROM exercises
             WHERE coach IN ('', :coach) AND archived = 0 AND base <> now AND ",
            of_club!(),
            " ORDER BY id, coach DESC"
        ),
        &[],
        |row| {
            let document = |at| -> Outcome<Exercise> {
                Ok(read(Thing::Exercise, text(row, 0)?, text(row, at)?)?)
            };
            Ok(KeptEdit { ours: document(1)?, base: document(2)?, theirs: document(3)? })
        },
    )?;
    // the text may differ where the exercise does not: a later version may write it otherwise
    let mut edits: Vec<KeptEdit> =
        edits.into_iter().filter(|edit| edit.base != edit.theirs).collect();
    edits.dedup_by(|below, above| below.ours.id == above.ours.id);
    Ok(edits)
}

/// Takes the built-in exercise as it is now for what the viewer's version was made from.
pub(in crate::store) fn keep(scope: &Scope<'_>, id: &ExerciseId) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "UPDATE exercises SET base = (SELECT built.document FROM exercises AS built
                                          WHERE built.id = :id AND built.club = '')
             WHERE id = :id AND coach IN ('', :coach) AND ",
            of_club!()
        ),
        &[(":id", &id.as_str())],
    )?;
    found(met, Thing::Exercise, id.as_str())
}

/// Gives the viewer's version of a built-in exercise up: the coach's own one, or the club's.
pub(in crate::store) fn give_up(scope: &Scope<'_>, id: &ExerciseId) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "DELETE FROM exercises
             WHERE id = :id
               AND coach = (SELECT max(own.coach) FROM exercises AS own
                            WHERE own.id = :id AND own.club = :club
                              AND own.coach IN ('', :coach))
               AND EXISTS (SELECT 1 FROM exercises AS built
                           WHERE built.id = :id AND built.club = '')
               AND ",
            of_club!()
        ),
        &[(":id", &id.as_str())],
    )?;
    found(met, Thing::Exercise, id.as_str())
}

/// The entries the club added, by list and id.
pub(in crate::store) fn entries(
    scope: &Scope<'_>,
) -> Outcome<Vec<(CatalogueKind, CatalogueEntry)>> {
    let rows = scope.all(
        concat!(
            "SELECT id, document, kind FROM catalogue_entries WHERE ",
            of_club!(),
            " ORDER BY kind, id"
        ),
        &[],
        |row| {
            let entry: CatalogueEntry = read(Thing::CatalogueEntry, text(row, 0)?, text(row, 1)?)?;
            Ok(CatalogueKind::open_from_id(text(row, 2)?).map(|kind| (kind, entry)))
        },
    )?;
    Ok(rows.into_iter().flatten().collect())
}

pub(in crate::store) fn put_entry(
    scope: &Scope<'_>,
    kind: CatalogueKind,
    entry: &CatalogueEntry,
) -> Outcome<()> {
    scope.change(
        "INSERT INTO catalogue_entries (club, kind, id, author, document)
         VALUES (:club, :kind, :id, :coach, :document)
         ON CONFLICT (club, kind, id) DO UPDATE SET
           author = excluded.author, document = excluded.document, changed = excluded.changed",
        &[
            (":kind", &kind.id()),
            (":id", &entry.id),
            (":document", &json(Thing::CatalogueEntry, &entry.id, entry)?),
        ],
    )?;
    Ok(())
}
