//! The edit journal in SQLite: document, journal row and version move in one transaction.

use rusqlite::Row;

use crate::domain::UnitId;
use crate::store::columns::{ChangeColumns, Way, read};
use crate::store::error::{StoreError, Thing};
use crate::store::values::{EntryId, HISTORY, Journal, JournalEntry, Recorded};

use super::rows::{missing, text};
use super::{Outcome, Scope, units};

pub(in crate::store) fn record(scope: &Scope<'_>, change: &ChangeColumns) -> Outcome<Recorded> {
    let version = write(scope, change)?;
    scope.change(
        concat!(
            "UPDATE journal SET state = 'discarded'
             WHERE unit = :unit AND state = 'undone' AND ",
            of_coach!()
        ),
        &[(":unit", &change.unit.id)],
    )?;
    scope.change(
        "INSERT INTO journal (unit, club, coach, state, version, edit, inverse)
         VALUES (:unit, :club, :coach, 'done', :version, :edit, :inverse)",
        &[
            (":unit", &change.unit.id),
            (":version", &version),
            (":edit", &change.edit),
            (":inverse", &change.inverse),
        ],
    )?;
    Ok(Recorded { version, entry: EntryId(scope.inserted()) })
}

pub(in crate::store) fn step(
    scope: &Scope<'_>,
    entry: EntryId,
    change: &ChangeColumns,
    way: Way,
) -> Outcome<Recorded> {
    let version = write(scope, change)?;
    let (next, after) = match way {
        Way::Undo => (next_undo(scope, &change.unit.id)?, "undone"),
        Way::Redo => (next_redo(scope, &change.unit.id)?, "done"),
    };
    if next != Some(entry) {
        return Err(missing(Thing::Edit, &entry.0.to_string()));
    }
    scope.change(
        concat!(
            "UPDATE journal SET state = :state, version = :version, edit = :edit,
                                inverse = :inverse
             WHERE id = :entry AND ",
            of_coach!()
        ),
        &[
            (":entry", &entry.0),
            (":state", &after),
            (":version", &version),
            (":edit", &change.edit),
            (":inverse", &change.inverse),
        ],
    )?;
    Ok(Recorded { version, entry })
}

/// Checks that the change was made on the unit as it is, and writes the unit.
fn write(scope: &Scope<'_>, change: &ChangeColumns) -> Outcome<u32> {
    let id = &change.unit.id;
    let version: u32 = scope
        .first(
            concat!("SELECT version FROM units WHERE id = :id AND ", readable!()),
            &[(":id", id)],
            |row| Ok(row.get(0)?),
        )?
        .ok_or_else(|| missing(Thing::Unit, id))?;
    if version != change.base_version {
        let current = Box::new(units::unit(scope, &UnitId::new(id.as_str()))?);
        return Err(StoreError::Conflict { current }.into());
    }
    units::update(scope, &change.unit)?;
    Ok(version + 1)
}

fn next_undo(scope: &Scope<'_>, unit: &str) -> Outcome<Option<EntryId>> {
    scope.first(
        concat!(
            "SELECT id FROM journal WHERE unit = :unit AND state = 'done' AND ",
            of_coach!(),
            " ORDER BY id DESC LIMIT 1"
        ),
        &[(":unit", &unit)],
        |row| Ok(EntryId(row.get(0)?)),
    )
}

fn next_redo(scope: &Scope<'_>, unit: &str) -> Outcome<Option<EntryId>> {
    scope.first(
        concat!(
            "SELECT id FROM journal WHERE unit = :unit AND state = 'undone' AND ",
            of_coach!(),
            " ORDER BY id LIMIT 1"
        ),
        &[(":unit", &unit)],
        |row| Ok(EntryId(row.get(0)?)),
    )
}

pub(in crate::store) fn history(scope: &Scope<'_>, unit: &UnitId) -> Outcome<Journal> {
    scope
        .first(
            concat!("SELECT 1 FROM units WHERE id = :unit AND ", readable!()),
            &[(":unit", &unit.as_str())],
            |_| Ok(()),
        )?
        .ok_or_else(|| missing(Thing::Unit, unit.as_str()))?;
    let mut undo = scope.all(
        concat!(
            "SELECT id, edit, inverse FROM journal WHERE unit = :unit AND state = 'done' AND ",
            of_coach!(),
            " ORDER BY id DESC LIMIT :limit"
        ),
        &[(":unit", &unit.as_str()), (":limit", &HISTORY)],
        |row| entry(row, unit),
    )?;
    let mut redo = scope.all(
        concat!(
            "SELECT id, edit, inverse FROM journal WHERE unit = :unit AND state = 'undone' AND ",
            of_coach!(),
            " ORDER BY id LIMIT :limit"
        ),
        &[(":unit", &unit.as_str()), (":limit", &HISTORY)],
        |row| entry(row, unit),
    )?;
    // the next step stands last, where a stack is popped
    undo.reverse();
    redo.reverse();
    Ok(Journal { undo, redo })
}

fn entry(row: &Row<'_>, unit: &UnitId) -> Outcome<JournalEntry> {
    Ok(JournalEntry {
        id: EntryId(row.get(0)?),
        edit: read(Thing::Edit, unit.as_str(), text(row, 1)?)?,
        inverse: read(Thing::Edit, unit.as_str(), text(row, 2)?)?,
    })
}
