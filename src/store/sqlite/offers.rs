//! Offers in SQLite. Whose they are says the job they come from.

use rusqlite::Row;

use crate::domain::{JobId, ProgramId, Unit, UnitId};
use crate::store::error::{StoreError, Thing};
use crate::store::values::{OfferDecision, Offered, Stored, StoredOffer};

use super::rows::{found, missing, text};
use super::units::{stored, unit_columns};
use super::{Outcome, Scope};

/// An offer as [`offer`] reads it, beside its job.
macro_rules! offers_of_jobs {
    () => {
        "SELECT offers.job, program, unit, closed, record
         FROM offers JOIN jobs ON jobs.id = offers.job WHERE "
    };
}

pub(in crate::store) fn put(scope: &Scope<'_>, job: &JobId) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "INSERT INTO offers (job) SELECT id FROM jobs WHERE id = :id AND ",
            of_coach!(),
            " ON CONFLICT (job) DO UPDATE SET closed = closed"
        ),
        &[(":id", &job.as_str())],
    )?;
    found(met, Thing::Job, job.as_str())
}

pub(in crate::store) fn put_unit(scope: &Scope<'_>, job: &JobId, unit: &UnitId) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "UPDATE offers SET unit = :unit
             WHERE job IN (SELECT id FROM jobs WHERE id = :id AND ",
            of_coach!(),
            ")"
        ),
        &[(":id", &job.as_str()), (":unit", &unit.as_str())],
    )?;
    found(met, Thing::Job, job.as_str())?;
    super::units::archive(scope, unit)
}

pub(in crate::store) fn of_job(scope: &Scope<'_>, job: &JobId) -> Outcome<Option<StoredOffer>> {
    scope.first(
        concat!(offers_of_jobs!(), "jobs.id = :id AND ", of_coach!()),
        &[(":id", &job.as_str())],
        offer,
    )
}

pub(in crate::store) fn open(scope: &Scope<'_>) -> Outcome<Vec<StoredOffer>> {
    scope.all(
        concat!(offers_of_jobs!(), "closed = 0 AND ", of_coach!(), " ORDER BY jobs.number"),
        &[],
        offer,
    )
}

pub(in crate::store) fn note(scope: &Scope<'_>, job: &JobId, record: &str) -> Outcome<()> {
    settle(scope, job, None, record)
}

/// Writes what was decided into the offer's row.
fn settle(scope: &Scope<'_>, job: &JobId, closed: Option<bool>, record: &str) -> Outcome<()> {
    let met = scope.change(
        concat!(
            "UPDATE offers SET closed = COALESCE(:closed, closed), record = :record
             WHERE job IN (SELECT id FROM jobs WHERE id = :id AND ",
            of_coach!(),
            ")"
        ),
        &[(":id", &job.as_str()), (":closed", &closed), (":record", &record)],
    )?;
    found(met, Thing::Job, job.as_str())
}

pub(in crate::store) fn decide(
    scope: &Scope<'_>,
    job: &JobId,
    decision: &OfferDecision,
) -> Outcome<()> {
    let known = of_job(scope, job)?.ok_or_else(|| missing(Thing::Job, job.as_str()))?;
    for unit in &decision.given_back {
        if let Some(current) = touched(scope, unit)? {
            return Err(StoreError::Conflict { current: Box::new(current) }.into());
        }
        super::units::archive(scope, unit)?;
    }
    for unit in &decision.taken {
        super::units::restore(scope, unit)?;
    }
    if let Offered::Program(program) = &known.plan {
        list_if_taken(scope, program)?;
    }
    settle(scope, job, Some(decision.closed), &decision.record)
}

/// The unit, where it was edited or held.
fn touched(scope: &Scope<'_>, unit: &UnitId) -> Outcome<Option<Stored<Unit>>> {
    scope.first(
        concat!(
            "SELECT ",
            unit_columns!(),
            " FROM units WHERE id = :id AND ",
            readable!(),
            " AND (done = 1 OR EXISTS
                   (SELECT 1 FROM journal WHERE unit = units.id AND state = 'done'))"
        ),
        &[(":id", &unit.as_str())],
        stored,
    )
}

/// A program of which something was taken is in the lists, and only then.
pub(super) fn list_if_taken(scope: &Scope<'_>, program: &ProgramId) -> Outcome<()> {
    scope.change(
        concat!(
            "UPDATE programs SET archived = NOT EXISTS
               (SELECT 1 FROM units WHERE program = programs.id AND archived = 0)
             WHERE id = :id AND ",
            writable!()
        ),
        &[(":id", &program.as_str())],
    )?;
    Ok(())
}

/// Whether a program is on offer, whoever's.
pub(super) fn is_offered(scope: &Scope<'_>, program: &str) -> Outcome<bool> {
    let row = scope.first(
        concat!(
            "SELECT 1 FROM offers WHERE job IN
               (SELECT id FROM jobs WHERE program = :program AND ",
            of_club!(),
            ")"
        ),
        &[(":program", &program)],
        |_| Ok(()),
    )?;
    Ok(row.is_some())
}

fn offer(row: &Row<'_>) -> Outcome<StoredOffer> {
    let program: Option<String> = row.get(1)?;
    let unit: Option<String> = row.get(2)?;
    Ok(StoredOffer {
        job: JobId::new(text(row, 0)?),
        plan: match (program, unit) {
            (_, Some(unit)) => Offered::Unit(UnitId::new(unit)),
            (Some(program), None) => Offered::Program(ProgramId::new(program)),
            (None, None) => Offered::Nothing,
        },
        closed: row.get(3)?,
        record: row.get(4)?,
    })
}
