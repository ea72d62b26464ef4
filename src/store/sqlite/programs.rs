//! Programs in SQLite: a head, a row per week, and units that know their place.

use crate::domain::{Program, ProgramId, Unit, Visibility, Week};
use crate::store::columns::{ProgramColumns, WeekColumns};
use crate::store::error::{StoreError, Thing};
use crate::store::values::{ProgramState, SavedWeek, Stored, WeekExists};

use super::rows::{document, found, missing};
use super::units::{self, stored, unit_columns};
use super::{Failure, Outcome, Scope, offers};

pub(in crate::store) fn start(
    scope: &Scope<'_>,
    program: &ProgramColumns,
    weeks: &[WeekColumns],
) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "INSERT INTO programs (id, club, coach, reach, title, owner_kind, owner, start, weeks,
                                   document)
             VALUES (:id, :club, :coach, 'club', :title, :owner_kind, :owner, :start, :weeks,
                     :document)
             ON CONFLICT (id) DO UPDATE SET
               archived = 0, title = excluded.title, owner_kind = excluded.owner_kind,
               owner = excluded.owner, start = excluded.start, weeks = excluded.weeks,
               document = excluded.document, version = version + 1,
               changed = CAST(unixepoch('subsec') * 1000 AS INTEGER)
             WHERE ",
            writable!()
        ),
        &[
            (":id", &program.id),
            (":title", &program.title),
            (":owner_kind", &program.owner.kind),
            (":owner", &program.owner.id),
            (":start", &program.start),
            (":weeks", &program.weeks),
            (":document", &program.document),
        ],
    )?;
    if met == 0 {
        let id = program.id.clone();
        return Err(StoreError::Taken { thing: Thing::Program, id }.into());
    }
    for week in weeks {
        put_week(scope, &program.id, week, WeekExists::Keep)?;
    }
    if offers::is_offered(scope, &program.id)? {
        offers::list_if_taken(scope, &ProgramId::new(program.id.as_str()))?;
    }
    Ok(())
}

pub(in crate::store) fn save_week(
    scope: &Scope<'_>,
    program: &ProgramId,
    week: &WeekColumns,
    exists: WeekExists,
) -> Outcome<SavedWeek> {
    may_change(scope, program)?;
    put_week(scope, program.as_str(), week, exists)
}

fn put_week(
    scope: &Scope<'_>,
    program: &str,
    week: &WeekColumns,
    exists: WeekExists,
) -> Outcome<SavedWeek> {
    let outside = week
        .units
        .iter()
        .find(|unit| unit.program.as_deref() != Some(program) || unit.week != Some(week.index));
    if let Some(unit) = outside {
        let detail = format!("its place is not week {} of {program}", week.index);
        let id = unit.id.clone();
        return Err(StoreError::Unreadable { thing: Thing::Unit, id, detail }.into());
    }
    let known = scope
        .first(
            concat!(
                "SELECT 1 FROM program_weeks
                 WHERE program = :program AND week = :week AND program IN
                       (SELECT id FROM programs WHERE ",
                readable!(),
                ")"
            ),
            &[(":program", &program), (":week", &week.index)],
            |_| Ok(()),
        )?
        .is_some();
    let saved = match (known, exists) {
        (true, WeekExists::Keep) => return Ok(SavedWeek::Kept),
        (true, WeekExists::Replace) => SavedWeek::Replaced,
        (false, _) => SavedWeek::Added,
    };
    // a week that was taken stays so when it is made anew
    let waits = offers::is_offered(scope, program)? && !in_lists(scope, program, week)?;
    if known {
        clear_week(scope, program, week)?;
    }
    scope.change(
        concat!(
            "INSERT INTO program_weeks (program, week, document)
             SELECT id, :week, :document FROM programs WHERE id = :program AND ",
            writable!(),
            " ON CONFLICT (program, week) DO UPDATE SET document = excluded.document"
        ),
        &[(":program", &program), (":week", &week.index), (":document", &week.document)],
    )?;
    for unit in &week.units {
        match units::insert(scope, unit) {
            Err(failure) if failure.is_taken() => units::update(scope, unit)?,
            other => other?,
        }
    }
    if waits {
        archive_week(scope, program, week)?;
    }
    Ok(saved)
}

/// Whether units of a week are in the lists.
fn in_lists(scope: &Scope<'_>, program: &str, week: &WeekColumns) -> Outcome<bool> {
    let row = scope.first(
        concat!("SELECT 1 FROM units WHERE program = :program AND week = :week AND ", listed!()),
        &[(":program", &program), (":week", &week.index)],
        |_| Ok(()),
    )?;
    Ok(row.is_some())
}

/// Takes the units of a week out of the lists.
fn archive_week(scope: &Scope<'_>, program: &str, week: &WeekColumns) -> Outcome<()> {
    scope.change(
        concat!(
            "UPDATE units SET archived = 1, version = version + 1
             WHERE program = :program AND week = :week AND ",
            writable!()
        ),
        &[(":program", &program), (":week", &week.index)],
    )?;
    Ok(())
}

/// Makes room for a week made anew: units a coach worked on stop it, the others leave the lists
/// unless the new week holds them too.
fn clear_week(scope: &Scope<'_>, program: &str, week: &WeekColumns) -> Outcome<()> {
    let touched: Option<Stored<Unit>> = scope.first(
        concat!(
            "SELECT ",
            unit_columns!(),
            " FROM units WHERE program = :program AND week = :week AND ",
            readable!(),
            " AND (done = 1 OR EXISTS
                   (SELECT 1 FROM journal WHERE unit = units.id AND state = 'done'))
              ORDER BY day, id"
        ),
        &[(":program", &program), (":week", &week.index)],
        stored,
    )?;
    if let Some(current) = touched {
        return Err(StoreError::Conflict { current: Box::new(current) }.into());
    }
    archive_week(scope, program, week)
}

pub(in crate::store) fn finish(scope: &Scope<'_>, id: &ProgramId) -> Outcome<()> {
    may_change(scope, id)?;
    let met = scope.change(
        concat!("UPDATE programs SET finished = 1 WHERE id = :id AND ", writable!()),
        &[(":id", &id.as_str())],
    )?;
    found(met, Thing::Program, id.as_str())
}

pub(in crate::store) fn archive(scope: &Scope<'_>, id: &ProgramId) -> Outcome<()> {
    may_change(scope, id)?;
    scope.change(
        concat!("UPDATE programs SET archived = 1 WHERE id = :id AND ", writable!()),
        &[(":id", &id.as_str())],
    )?;
    scope.change(
        concat!(
            "UPDATE units SET archived = 1, version = version + 1 WHERE program = :id AND ",
            writable!()
        ),
        &[(":id", &id.as_str())],
    )?;
    Ok(())
}

pub(in crate::store) fn program(scope: &Scope<'_>, id: &ProgramId) -> Outcome<Program> {
    let mut program = whole(scope, id)?;
    let archived = scope.first(
        concat!("SELECT 1 FROM programs WHERE id = :id AND archived = 1 AND ", readable!()),
        &[(":id", &id.as_str())],
        |_| Ok(()),
    )?;
    // an archived program keeps its units; a unit archived by itself is gone from it, and so is a
    // week of which nothing is left
    if archived.is_none() {
        program.weeks.retain_mut(|week| {
            let before = week.units.len();
            week.units.retain(|unit| unit.visibility != Visibility::Archived);
            !week.units.is_empty() || before == 0
        });
    }
    Ok(program)
}

pub(in crate::store) fn whole(scope: &Scope<'_>, id: &ProgramId) -> Outcome<Program> {
    let mut program: Program = scope
        .first(
            concat!("SELECT id, document FROM programs WHERE id = :id AND ", readable!()),
            &[(":id", &id.as_str())],
            |row| document(Thing::Program, row),
        )?
        .ok_or_else(|| missing(Thing::Program, id.as_str()))?;
    program.weeks = scope.all(
        concat!(
            "SELECT program, document FROM program_weeks
             WHERE program IN (SELECT id FROM programs WHERE id = :id AND ",
            readable!(),
            ") ORDER BY week"
        ),
        &[(":id", &id.as_str())],
        |row| document::<Week>(Thing::Program, row),
    )?;
    let units = scope.all(
        concat!(
            "SELECT ",
            unit_columns!(),
            " FROM units WHERE program = :id AND ",
            readable!(),
            " ORDER BY week, day, id"
        ),
        &[(":id", &id.as_str())],
        stored,
    )?;
    for unit in units {
        let week = unit.document.place.as_ref().map(|place| place.week);
        if let Some(week) = program.weeks.iter_mut().find(|known| Some(known.index) == week) {
            week.units.push(unit.document);
        }
    }
    Ok(program)
}

pub(in crate::store) fn state(scope: &Scope<'_>, id: &ProgramId) -> Outcome<ProgramState> {
    scope
        .first(
            concat!("SELECT finished FROM programs WHERE id = :id AND ", readable!()),
            &[(":id", &id.as_str())],
            |row| {
                let finished: bool = row.get(0)?;
                Ok(if finished { ProgramState::Finished } else { ProgramState::Open })
            },
        )?
        .ok_or_else(|| missing(Thing::Program, id.as_str()))
}

/// Refuses a program that the viewer may read at most.
fn may_change(scope: &Scope<'_>, id: &ProgramId) -> Outcome<()> {
    let yes = scope.first(
        concat!("SELECT 1 FROM programs WHERE id = :id AND ", writable!()),
        &[(":id", &id.as_str())],
        |_| Ok(()),
    )?;
    if yes.is_some() {
        return Ok(());
    }
    state(scope, id)?;
    Err(Failure::Store(StoreError::ReadOnly { thing: Thing::Program, id: id.to_string() }))
}
