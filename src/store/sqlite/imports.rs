//! Import drafts in SQLite.

use rusqlite::Row;

use crate::domain::{JobId, UnitId};
use crate::store::error::Thing;
use crate::store::values::{ImportDraft, ImportState};

use super::rows::{missing, not_taken, text};
use super::{Outcome, Scope};

pub(in crate::store) fn put(scope: &Scope<'_>, draft: &ImportDraft) -> Outcome<()> {
    let (state, document) = match draft.state {
        ImportState::Open => ("open", draft.document.as_str()),
        ImportState::Accepted => ("accepted", ""),
        ImportState::Dropped => ("dropped", ""),
    };
    let met = scope.change(
        concat!(
            "INSERT INTO import_drafts (id, club, coach, unit, source, state, document)
             VALUES (:id, :club, :coach, :unit, :source, :state, :document)
             ON CONFLICT (id) DO UPDATE SET
               unit = excluded.unit, state = excluded.state, document = excluded.document,
               changed = CAST(unixepoch('subsec') * 1000 AS INTEGER)
             WHERE ",
            of_coach!()
        ),
        &[
            (":id", &draft.id.as_str()),
            (":unit", &draft.unit.as_ref().map(UnitId::as_str)),
            (":source", &draft.source),
            (":state", &state),
            (":document", &document),
        ],
    )?;
    not_taken(met, Thing::Import, draft.id.as_str())
}

pub(in crate::store) fn open(scope: &Scope<'_>) -> Outcome<Vec<ImportDraft>> {
    scope.all(
        concat!(
            "SELECT id, unit, source, document, state FROM import_drafts
             WHERE state = 'open' AND ",
            of_coach!(),
            " ORDER BY changed DESC, id DESC"
        ),
        &[],
        draft,
    )
}

pub(in crate::store) fn one(scope: &Scope<'_>, id: &JobId) -> Outcome<ImportDraft> {
    scope
        .first(
            concat!(
                "SELECT id, unit, source, document, state FROM import_drafts WHERE id = :id AND ",
                of_coach!()
            ),
            &[(":id", &id.as_str())],
            draft,
        )?
        .ok_or_else(|| missing(Thing::Import, id.as_str()))
}

fn draft(row: &Row<'_>) -> Outcome<ImportDraft> {
    Ok(ImportDraft {
        id: JobId::new(row.get::<_, String>(0)?),
        unit: row.get::<_, Option<String>>(1)?.map(UnitId::new),
        source: row.get(2)?,
        document: row.get(3)?,
        state: match text(row, 4)? {
            "accepted" => ImportState::Accepted,
            "dropped" => ImportState::Dropped,
            _ => ImportState::Open,
        },
    })
}
