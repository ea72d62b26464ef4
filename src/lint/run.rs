//! Runs the rules over a unit or a program, in the order in which findings make sense: structure
//! first, and nothing more about an item whose exercise is unknown.

use super::context::{LintContext, Source};
use super::facts::{ProgramFacts, UnitFacts};
use super::{
    Finding, balance, equipment, group, import, load, model, order, prescription, pressure,
    progression, safety, stations, structure, tongue, volume,
};
use crate::domain::{ItemId, PlanEdit, Program, Suppression, Unit, UnitId, Week};

/// Everything the rules find in one unit; paths begin at the unit.
#[must_use]
pub fn lint_unit(unit: &Unit, context: &LintContext<'_>) -> Vec<Finding> {
    let facts = UnitFacts::new(String::new(), unit, 0, context);
    let mut out = Vec::new();
    over_unit(&facts, context, &mut out);
    safety::plan(context, &mut out);
    out.retain(|finding| !suppressed(finding, unit));
    context.judge(out)
}

/// Everything the rules find in a program, its units included; paths begin at the program. The
/// context should know the program's profile.
#[must_use]
pub fn lint_program(program: &Program, context: &LintContext<'_>) -> Vec<Finding> {
    let mut out = over_weeks(&program.weeks, context);
    model::head(program, context, &mut out);
    context.judge(out)
}

/// As [`lint_program`], for weeks that are not yet a program.
#[must_use]
pub fn lint_weeks(weeks: &[Week], context: &LintContext<'_>) -> Vec<Finding> {
    let out = over_weeks(weeks, context);
    context.judge(out)
}

fn over_weeks(weeks: &[Week], context: &LintContext<'_>) -> Vec<Finding> {
    let facts = ProgramFacts::new(weeks, context);
    let mut out = Vec::new();
    structure::program(&facts, context, &mut out);
    for week in &facts.weeks {
        structure::week(week, context, &mut out);
        volume::week(week, context, &mut out);
        load::week(week, context, &mut out);
        balance::week(week, &mut out);
        for unit in &week.units {
            let first = out.len();
            over_unit(unit, context, &mut out);
            if has_suppressions(unit.unit) {
                let found = out.split_off(first);
                out.extend(found.into_iter().filter(|finding| !suppressed(finding, unit.unit)));
            }
        }
    }
    safety::plan(context, &mut out);
    volume::program(&facts, context, &mut out);
    load::program(&facts, context, &mut out);
    balance::program(&facts, context, &mut out);
    prescription::program(&facts, context, &mut out);
    progression::program(&facts, context, &mut out);
    group::program(&facts, context, &mut out);
    pressure::program(&facts, &mut out);
    if matches!(context.source(), Source::Model { .. }) {
        tongue::program(&facts, context, &mut out);
    }
    model::program(&facts, context, &mut out);
    import::program(&facts, context, &mut out);
    out
}

fn over_unit(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    structure::unit(facts, context, out);
    equipment::unit(facts, context, out);
    safety::unit(facts, context, out);
    volume::unit(facts, context, out);
    load::unit(facts, context, out);
    balance::unit(facts, out);
    order::unit(facts, out);
    prescription::unit(facts, context, out);
    progression::unit(facts, out);
    group::unit(facts, context, out);
    stations::unit(facts, context, out);
    model::unit(facts, context, out);
    import::unit(facts, context, out);
}

fn has_suppressions(unit: &Unit) -> bool {
    !unit.suppress.is_empty() || unit.items().any(|(_, item)| !item.suppress.is_empty())
}

/// Whether the coach switched the rule off for the unit or the item.
fn suppressed(finding: &Finding, unit: &Unit) -> bool {
    let names = |list: &[Suppression]| list.iter().any(|one| one.rule == finding.rule.id());
    let item = |id: &ItemId| unit.item(id).is_some_and(|(_, item)| names(&item.suppress));
    names(&unit.suppress) || finding.item.as_ref().is_some_and(item)
}

/// The fixes of some findings as one edit per unit, in the order of the findings. An item that
/// one fix takes out is left alone by the later ones, and no item is changed twice: findings are
/// to be looked for again afterwards.
#[must_use]
pub fn fixes(findings: &[Finding]) -> Vec<(UnitId, PlanEdit)> {
    let mut batches: Vec<(UnitId, Vec<PlanEdit>)> = Vec::new();
    let mut touched: Vec<&ItemId> = Vec::new();
    for finding in findings {
        let Some(unit) = finding.unit.as_ref().filter(|_| finding.fixable()) else { continue };
        let items: Vec<&ItemId> = finding.fix.iter().filter_map(target).collect();
        if items.iter().any(|item| touched.contains(item)) {
            continue;
        }
        touched.extend(items);
        match batches.iter_mut().find(|(id, _)| id == unit) {
            Some((_, edits)) => edits.extend(finding.fix.iter().cloned()),
            None => batches.push((unit.clone(), finding.fix.clone())),
        }
    }
    batches.into_iter().map(|(unit, edits)| (unit, PlanEdit::Batch { edits })).collect()
}

const fn target(edit: &PlanEdit) -> Option<&ItemId> {
    match edit {
        PlanEdit::RemoveItem { item }
        | PlanEdit::MoveItem { item, .. }
        | PlanEdit::SetItem { item, .. } => Some(item),
        _ => None,
    }
}
