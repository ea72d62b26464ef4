//! EQP: whether the things that are needed are there, and loads can be set.

use super::context::LintContext;
use super::facts::{ItemFacts, UnitFacts};
use super::substitute::replacement;
use super::{Code, Finding};
use crate::domain::{Basis, ItemField, Load, PlanEdit, Prescription, Quantity};

/// Rules over one unit.
pub(super) fn unit(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    for item in &facts.items {
        missing(facts, item, context, out);
        step(facts, item, out);
    }
}

/// EQP001.
fn missing(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    context: &LintContext<'_>,
    out: &mut Vec<Finding>,
) {
    let (Some(exercise), Some(available)) = (item.exercise, &context.subject().equipment) else {
        return;
    };
    if !exercise.possible_with(|thing| available.contains(thing)) {
        let finding = facts.item_finding(item, Code::Eqp001).with("exercise", &exercise.name);
        out.push(finding.mend(replacement(facts, item, context)));
    }
}

/// EQP003: rounded down to what can be put on.
fn step(facts: &UnitFacts<'_>, item: &ItemFacts<'_>, out: &mut Vec<Finding>) {
    let step = item.exercise.and_then(|exercise| exercise.increment_kg).map(f64::from);
    let Some(step) = step.filter(|step| *step > 0.0) else { return };
    let Some(Load::Of { basis: Basis::Kg, amount: Quantity::Exactly(kg) }) =
        &item.prescription().load
    else {
        return;
    };
    let rounded = (kg / step + 1e-6).floor() * step;
    if (kg - rounded).abs() > 0.01 && rounded > 0.0 {
        let load = Load::Of { basis: Basis::Kg, amount: Quantity::Exactly(rounded) };
        let prescription = Prescription { load: Some(load), ..item.prescription().clone() };
        let edit = PlanEdit::SetItem {
            item: item.item.id.clone(),
            field: ItemField::Prescription(Box::new(prescription)),
        };
        out.push(facts.item_finding(item, Code::Eqp003).with("step", step).mend([edit]));
    }
}
