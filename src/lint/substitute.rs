//! The exercise that can best stand in for another: same pattern, overlapping muscles, same
//! mechanic, near level (`docs/planner.md` §2.7).

use std::sync::Arc;

use super::context::LintContext;
use super::facts::{ItemFacts, UnitFacts};
use super::subject::suits;
use crate::domain::{Exercise, ItemField, Muscle, PlanEdit};

/// Least score at which one exercise may stand in for another.
const ENOUGH: f32 = 0.6;

/// How well `other` stands in for `exercise`, 0–1.
#[must_use]
pub fn likeness(exercise: &Exercise, other: &Exercise) -> f32 {
    let pattern = match (exercise.patterns.first(), other.patterns.first()) {
        (Some(one), Some(two)) if one == two => 1.0,
        (Some(one), _) if other.patterns.contains(one) => 0.6,
        _ => 0.0,
    };
    let mechanic = if exercise.mechanic == other.mechanic { 1.0 } else { 0.0 };
    let distance = f32::from(exercise.level.rank().abs_diff(other.level.rank()));
    0.45 * pattern
        + 0.30 * muscle_overlap(exercise, other)
        + 0.15 * mechanic
        + 0.10 * (1.0 - distance / 3.0)
}

/// Weighted Jaccard of the muscles, primary 1.0 and secondary 0.5; 1 where neither names any.
fn muscle_overlap(one: &Exercise, other: &Exercise) -> f32 {
    let weight = |exercise: &Exercise, muscle: &Muscle| {
        if exercise.primary.contains(muscle) {
            1.0
        } else if exercise.secondary.contains(muscle) {
            0.5
        } else {
            0.0_f32
        }
    };
    let (mut shared, mut all) = (0.0, 0.0);
    for muscle in Muscle::ALL {
        let (a, b) = (weight(one, muscle), weight(other, muscle));
        shared += a.min(b);
        all += a.max(b);
    }
    if all > 0.0 { shared / all } else { 1.0 }
}

/// The best stand-in that suits the people, is not in `taken`, and is near enough; the first by
/// id on a tie.
#[must_use]
pub fn best<'a>(
    exercise: &Exercise,
    context: &LintContext<'a>,
    taken: &dyn Fn(&Exercise) -> bool,
) -> Option<&'a Arc<Exercise>> {
    let mut found: Option<(f32, &Arc<Exercise>)> = None;
    for other in context.library().active() {
        if other.id == exercise.id
            || other.category != exercise.category
            || taken(other)
            || !suits(other, context.subject())
        {
            continue;
        }
        let score = likeness(exercise, other);
        if score >= ENOUGH && found.is_none_or(|(most, _)| score > most) {
            found = Some((score, other));
        }
    }
    found.map(|(_, other)| other)
}

/// The edit that puts the best stand-in in an item's place, or takes the item out where none is
/// near enough; nothing where taking it out would leave the unit empty.
pub(super) fn replacement(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    context: &LintContext<'_>,
) -> Option<PlanEdit> {
    let taken = |other: &Exercise| {
        facts.items.iter().any(|item| item.item.exercise.as_ref() == Some(&other.id))
    };
    let id = item.item.id.clone();
    match best(item.exercise?, context, &taken) {
        Some(other) => Some(PlanEdit::SetItem {
            item: id,
            field: ItemField::Exercise(Some(other.id.clone()), other.name.clone()),
        }),
        None if facts.working().count() > 1 => Some(PlanEdit::RemoveItem { item: id }),
        None => None,
    }
}
