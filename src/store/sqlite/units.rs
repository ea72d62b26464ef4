//! Units in SQLite.

use rusqlite::Row;

use crate::domain::{Unit, UnitId};
use crate::store::columns::{UnitColumns, read};
use crate::store::error::{StoreError, Thing};
use crate::store::values::{PlanQuery, Stored};

use super::query::Asked;
use super::rows::{missing, text, visibility};
use super::{Failure, Outcome, Scope};

/// The columns of a whole unit, in the order [`stored`] reads them.
macro_rules! unit_columns {
    () => {
        "id, document, version, reach, archived"
    };
}
pub(super) use unit_columns;

pub(in crate::store) fn unit(scope: &Scope<'_>, id: &UnitId) -> Outcome<Stored<Unit>> {
    scope
        .first(
            concat!("SELECT ", unit_columns!(), " FROM units WHERE id = :id AND ", readable!()),
            &[(":id", &id.as_str())],
            stored,
        )?
        .ok_or_else(|| missing(Thing::Unit, id.as_str()))
}

pub(in crate::store) fn units(scope: &Scope<'_>, query: &PlanQuery) -> Outcome<Vec<Stored<Unit>>> {
    let asked = Asked::from(query);
    let mut found = scope.all(
        concat!(
            "SELECT ",
            unit_columns!(),
            " FROM units WHERE ",
            listed!(),
            " AND (:owner_kind IS NULL OR (owner_kind = :owner_kind AND owner IS :owner))
              AND (:from IS NULL OR date >= :from)
              AND (:to IS NULL OR date <= :to)
              AND (:program IS NULL OR program = :program)
              ORDER BY date DESC, week DESC, day DESC, id DESC LIMIT :limit"
        ),
        &asked.values(),
        stored,
    )?;
    found.reverse();
    Ok(found)
}

pub(in crate::store) fn add(scope: &Scope<'_>, unit: &UnitColumns) -> Outcome<u32> {
    match insert(scope, unit) {
        Err(failure) if failure.is_taken() => {
            Err(StoreError::Taken { thing: Thing::Unit, id: unit.id.clone() }.into())
        }
        Err(failure) if failure.is_orphan() => Err(orphan(scope, unit)),
        other => other.map(|()| 1),
    }
}

pub(in crate::store) fn archive(scope: &Scope<'_>, id: &UnitId) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "UPDATE units SET archived = 1, version = version + 1 WHERE id = :id AND ",
            writable!()
        ),
        &[(":id", &id.as_str())],
    )?;
    if met > 0 { Ok(()) } else { Err(refused(scope, id)) }
}

pub(in crate::store) fn restore(scope: &Scope<'_>, id: &UnitId) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "UPDATE units SET archived = 0, version = version + 1 WHERE id = :id AND ",
            writable!()
        ),
        &[(":id", &id.as_str())],
    )?;
    if met > 0 { Ok(()) } else { Err(refused(scope, id)) }
}

/// Adds a unit's row, at version 1.
pub(super) fn insert(scope: &Scope<'_>, unit: &UnitColumns) -> Outcome<()> {
    scope.change(
        concat!(
            "INSERT INTO units (id, club, coach, reach, archived, title, owner_kind, owner, date,
                                minutes, program, week, day, framework, slot, done, document)
             VALUES (:id, :club, :coach, COALESCE(",
            granted_reach!(),
            ", 'private'), :archived, :title, :owner_kind, :owner, :date,
                     :minutes, :program, :week, :day, :framework, :slot, :done, :document)"
        ),
        &values(unit),
    )?;
    Ok(())
}

/// Writes a unit over its row, one version on.
pub(super) fn update(scope: &Scope<'_>, unit: &UnitColumns) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "UPDATE units SET
               coach = CASE WHEN :reach = 'private' AND reach <> 'private'
                       THEN :coach ELSE coach END,
               reach = COALESCE(",
            granted_reach!(),
            ", reach),
               archived = :archived, title = :title, owner_kind = :owner_kind, owner = :owner,
               date = :date, minutes = :minutes, program = :program, week = :week, day = :day,
               framework = :framework, slot = :slot, done = :done, document = :document,
               version = version + 1,
               changed = CAST(unixepoch('subsec') * 1000 AS INTEGER)
             WHERE id = :id AND ",
            writable!()
        ),
        &values(unit),
    )?;
    if met > 0 { Ok(()) } else { Err(refused(scope, &UnitId::new(unit.id.as_str()))) }
}

/// Why a unit could not be changed: the viewer may read it at most.
fn refused(scope: &Scope<'_>, id: &UnitId) -> Failure {
    match unit(scope, id) {
        Ok(_) => StoreError::ReadOnly { thing: Thing::Unit, id: id.to_string() }.into(),
        Err(failure) => failure,
    }
}

/// What a unit's row refers to that is not there.
fn orphan(scope: &Scope<'_>, unit: &UnitColumns) -> Failure {
    match &unit.program {
        Some(program) => missing(Thing::Program, program),
        None => missing(Thing::Club, scope.viewer().club.as_str()),
    }
}

fn values(unit: &UnitColumns) -> [(&'static str, &dyn rusqlite::ToSql); 15] {
    [
        (":id", &unit.id),
        (":reach", &unit.reach.reach),
        (":archived", &unit.reach.archived),
        (":title", &unit.title),
        (":owner_kind", &unit.owner.kind),
        (":owner", &unit.owner.id),
        (":date", &unit.date),
        (":minutes", &unit.minutes),
        (":program", &unit.program),
        (":week", &unit.week),
        (":day", &unit.day),
        (":framework", &unit.framework),
        (":slot", &unit.slot),
        (":done", &unit.done),
        (":document", &unit.document),
    ]
}

/// A row of [`unit_columns`].
pub(super) fn stored(row: &Row<'_>) -> Outcome<Stored<Unit>> {
    let mut document: Unit = read(Thing::Unit, text(row, 0)?, text(row, 1)?)?;
    document.visibility = visibility(text(row, 3)?, row.get(4)?);
    Ok(Stored { document, version: row.get(2)? })
}
