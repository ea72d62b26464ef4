//! Doses the library carries as text, read as prescriptions: whether all of them can be, and how
//! long and with what a combination works through its parts.

use std::collections::BTreeMap;

use super::time::{CHANGE_S, item_seconds};
use crate::domain::{
    Bilingual, Exercise, ExerciseKind, Explain, Item, Message, Muscle, Part, Span,
};
use crate::library::{Finding, Library};
use crate::notation;

/// Seconds to get from one part of a combination into the next: nothing is set up anew.
const NEXT_PART_S: f32 = 5.0;

/// Every default prescription and every dose of a part that the notation does not understand, by
/// path.
#[must_use]
pub fn check_doses(library: &Library) -> Vec<Finding> {
    let mut findings = Vec::new();
    for exercise in library.exercises() {
        for (goal, dose) in &exercise.doses {
            let path = format!("exercises/{}/dose/{goal}", exercise.id);
            findings.extend(unreadable(path, dose));
        }
        for part in parts(exercise).iter().filter(|part| !part.dose.is_empty()) {
            let path = format!("exercises/{}/parts/{}", exercise.id, part.exercise);
            findings.extend(unreadable(path, &part.dose));
        }
    }
    findings
}

fn unreadable(path: String, dose: &str) -> Option<Finding> {
    let error = notation::parse(dose).err()?;
    let why = Message::new("training-check-dose").with("dose", dose).with("why", error.message());
    Some(Finding::hard(path, why))
}

/// Seconds to go through the parts of a combination once, without rest between them; `None` for
/// a simple exercise.
#[must_use]
pub fn round_seconds(exercise: &Exercise, library: &Library) -> Option<f32> {
    let parts = parts(exercise);
    let between = NEXT_PART_S * parts.len().checked_sub(1)? as f32;
    Some(parts.iter().map(|part| part_seconds(part, library)).sum::<f32>() + between)
}

fn part_seconds(part: &Part, library: &Library) -> f32 {
    let Ok(mut prescription) = notation::parse(&part.dose) else { return 0.0 };
    // within a round there is no rest but the one that is written
    prescription.rest = prescription.rest.or(Some(Span::exactly(0)));
    let mut item = Item::new(
        "part".into(),
        Some(part.exercise.clone()),
        Bilingual::same(part.exercise.as_str()),
    );
    item.prescription = prescription;
    (item_seconds(&item, library) - CHANGE_S).max(0.0)
}

/// Muscles of an exercise, primary and secondary; a combination that names none works those of
/// its parts, the ones most parts lead with first.
#[must_use]
pub fn worked_muscles(exercise: &Exercise, library: &Library) -> (Vec<Muscle>, Vec<Muscle>) {
    if !exercise.primary.is_empty() || !exercise.secondary.is_empty() {
        return (exercise.primary.clone(), exercise.secondary.clone());
    }
    let mut counts: BTreeMap<Muscle, (usize, usize)> = BTreeMap::new();
    for part in parts(exercise).iter().filter_map(|part| library.get(&part.exercise)) {
        part.primary.iter().for_each(|muscle| counts.entry(*muscle).or_default().0 += 1);
        part.secondary.iter().for_each(|muscle| counts.entry(*muscle).or_default().1 += 1);
    }
    let mut order: Vec<(Muscle, (usize, usize))> = counts.into_iter().collect();
    order.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let (primary, secondary): (Vec<_>, Vec<_>) =
        order.into_iter().partition(|(_, (leading, _))| *leading > 0);
    let names = |list: Vec<(Muscle, _)>| list.into_iter().map(|(muscle, _)| muscle).collect();
    (names(primary), names(secondary))
}

fn parts(exercise: &Exercise) -> &[Part] {
    match &exercise.kind {
        ExerciseKind::Simple => &[],
        ExerciseKind::Combination(parts) => parts,
    }
}
