//! Units and lists of plans in SQLite.

use jiff::civil::Date;
use rusqlite::Row;

use crate::domain::{FrameworkId, ProgramId, Unit, UnitId};
use crate::store::columns::{OwnerColumns, UnitColumns, read};
use crate::store::{Plan, PlanKind, PlanQuery, PlanSummary, StoreError, Stored, Thing};

use super::rows::{missing, text, visibility};
use super::{Outcome, Scope, frameworks, programs};

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

pub(in crate::store) fn add_unit(scope: &Scope<'_>, unit: &UnitColumns) -> Outcome<u32> {
    match insert(scope, unit) {
        Err(failure) if failure.is_taken() => {
            Err(StoreError::Taken { thing: Thing::Unit, id: unit.id.clone() }.into())
        }
        Err(failure) if failure.is_orphan() => Err(orphan(scope, unit)),
        other => other.map(|()| 1),
    }
}

pub(in crate::store) fn archive_unit(scope: &Scope<'_>, id: &UnitId) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "UPDATE units SET archived = 1, version = version + 1 WHERE id = :id AND ",
            writable!()
        ),
        &[(":id", &id.as_str())],
    )?;
    if met > 0 { Ok(()) } else { Err(refused(scope, id)) }
}

pub(in crate::store) fn restore_unit(scope: &Scope<'_>, id: &UnitId) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "UPDATE units SET archived = 0, version = version + 1 WHERE id = :id AND ",
            writable!()
        ),
        &[(":id", &id.as_str())],
    )?;
    if met > 0 { Ok(()) } else { Err(refused(scope, id)) }
}

pub(in crate::store) fn summaries(
    scope: &Scope<'_>,
    query: &PlanQuery,
) -> Outcome<Vec<PlanSummary>> {
    let asked = Asked::from(query);
    let kind = query.kind.map(|kind| match kind {
        PlanKind::Unit => "unit",
        PlanKind::Program => "program",
        PlanKind::Framework => "framework",
    });
    let mut values = asked.values().to_vec();
    values.push((":kind", &kind));
    // of plans of one day the unit comes last, and of units the later place in the program
    let mut found = scope.all(
        concat!(
            "SELECT * FROM (
               SELECT 'unit' AS kind, id, title, owner_kind, owner, date, program, week, day,
                      minutes, done, version, 2 AS rank
               FROM units WHERE ",
            listed!(),
            " UNION ALL
               SELECT 'program', id, title, owner_kind, owner, start, NULL, NULL, NULL,
                      NULL, finished, version, 1
               FROM programs WHERE ",
            listed!(),
            " UNION ALL
               SELECT 'framework', id, title, 'nobody', NULL, NULL, NULL, NULL, NULL,
                      NULL, 0, version, 0
               FROM frameworks WHERE ",
            listed!(),
            ")
            WHERE (:kind IS NULL OR kind = :kind)
              AND (:owner_kind IS NULL OR (owner_kind = :owner_kind AND owner IS :owner))
              AND (:from IS NULL OR date >= :from)
              AND (:to IS NULL OR date <= :to)
              AND (:program IS NULL OR program = :program)
            ORDER BY date DESC, rank DESC, week DESC, day DESC, id DESC LIMIT :limit"
        ),
        &values,
        summary,
    )?;
    found.reverse();
    Ok(found)
}

pub(in crate::store) fn plan(scope: &Scope<'_>, id: &str) -> Outcome<Plan> {
    let kind: Option<String> = scope.first(
        concat!(
            "SELECT 'unit' FROM units WHERE id = :id AND ",
            readable!(),
            " UNION ALL SELECT 'program' FROM programs WHERE id = :id AND ",
            readable!(),
            " UNION ALL SELECT 'framework' FROM frameworks WHERE id = :id AND ",
            readable!()
        ),
        &[(":id", &id)],
        |row| Ok(row.get(0)?),
    )?;
    match kind.as_deref() {
        Some("unit") => Ok(Plan::Unit(Box::new(unit(scope, &UnitId::new(id))?.document))),
        Some("program") => {
            Ok(Plan::Program(Box::new(programs::program(scope, &ProgramId::new(id))?)))
        }
        Some(_) => Ok(Plan::Framework(Box::new(frameworks::one(scope, &FrameworkId::new(id))?))),
        None => Err(missing(Thing::Unit, id)),
    }
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
fn refused(scope: &Scope<'_>, id: &UnitId) -> super::Failure {
    match unit(scope, id) {
        Ok(_) => StoreError::ReadOnly { thing: Thing::Unit, id: id.to_string() }.into(),
        Err(failure) => failure,
    }
}

/// What a unit's row refers to that is not there.
fn orphan(scope: &Scope<'_>, unit: &UnitColumns) -> super::Failure {
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

fn summary(row: &Row<'_>) -> Outcome<PlanSummary> {
    let kind = match text(row, 0)? {
        "unit" => PlanKind::Unit,
        "program" => PlanKind::Program,
        _ => PlanKind::Framework,
    };
    let owner = row.get::<_, Option<String>>(4)?;
    let program = row.get::<_, Option<String>>(6)?.map(ProgramId::new);
    let place = match (program, row.get(7)?, row.get(8)?) {
        (Some(program), Some(week), Some(day)) => Some((program, week, day)),
        _ => None,
    };
    Ok(PlanSummary {
        kind,
        id: row.get(1)?,
        title: row.get(2)?,
        owner: OwnerColumns::owner(text(row, 3)?, owner.as_deref()),
        date: row.get::<_, Option<String>>(5)?.and_then(|date| date.parse::<Date>().ok()),
        place,
        minutes: row.get(9)?,
        done: row.get(10)?,
        version: row.get(11)?,
    })
}

/// A query as values of a statement.
struct Asked {
    owner_kind: Option<&'static str>,
    owner: Option<String>,
    from: Option<String>,
    to: Option<String>,
    program: Option<String>,
    limit: i64,
}

impl From<&PlanQuery> for Asked {
    fn from(query: &PlanQuery) -> Self {
        let owner: Option<OwnerColumns> = query.owner.as_ref().map(OwnerColumns::from);
        Self {
            owner_kind: owner.as_ref().map(|owner| owner.kind),
            owner: owner.and_then(|owner| owner.id),
            from: query.from.map(|date| date.to_string()),
            to: query.to.map(|date| date.to_string()),
            program: query.program.as_ref().map(ProgramId::to_string),
            // SQLite reads a negative limit as none
            limit: query.limit.map_or(-1, i64::from),
        }
    }
}

impl Asked {
    fn values(&self) -> [(&'static str, &dyn rusqlite::ToSql); 6] {
        [
            (":owner_kind", &self.owner_kind),
            (":owner", &self.owner),
            (":from", &self.from),
            (":to", &self.to),
            (":program", &self.program),
            (":limit", &self.limit),
        ]
    }
}
