//! Lists of plans of every kind in SQLite, and a plan whose kind is not known.

use jiff::civil::Date;
use rusqlite::Row;

use crate::domain::{ExerciseId, FrameworkId, ProgramId, UnitId};
use crate::store::columns::OwnerColumns;
use crate::store::error::Thing;
use crate::store::values::{Plan, PlanKind, PlanQuery, PlanSummary};

use super::query::Asked;
use super::rows::{missing, text};
use super::{Outcome, Scope, frameworks, programs, units};

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

/// Most plans told of one exercise.
const HOLDING: i64 = 500;

/// Units and frameworks that hold an exercise, the latest first. Documents are compact JSON, in
/// which an item names its exercise by this very text.
pub(in crate::store) fn holding(
    scope: &Scope<'_>,
    exercise: &ExerciseId,
) -> Outcome<Vec<PlanSummary>> {
    let sought = format!("\"exercise\":\"{exercise}\"");
    scope.all(
        concat!(
            "SELECT * FROM (
               SELECT 'unit' AS kind, id, title, owner_kind, owner, date, program, week, day,
                      minutes, done, version
               FROM units WHERE instr(document, :sought) > 0 AND ",
            listed!(),
            " UNION ALL
               SELECT 'framework', id, title, 'nobody', NULL, NULL, NULL, NULL, NULL,
                      NULL, 0, version
               FROM frameworks WHERE instr(document, :sought) > 0 AND ",
            listed!(),
            ")
            ORDER BY date DESC, week DESC, day DESC, id DESC LIMIT :limit"
        ),
        &[(":sought", &sought), (":limit", &HOLDING)],
        summary,
    )
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
        Some("unit") => Ok(Plan::Unit(Box::new(units::unit(scope, &UnitId::new(id))?.document))),
        Some("program") => {
            Ok(Plan::Program(Box::new(programs::program(scope, &ProgramId::new(id))?)))
        }
        Some(_) => Ok(Plan::Framework(Box::new(frameworks::one(scope, &FrameworkId::new(id))?))),
        None => Err(missing(Thing::Unit, id)),
    }
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
