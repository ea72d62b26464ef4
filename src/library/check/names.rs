//! Rules over names: one name leads to one exercise, and a movement is not entered again for
//! every piece of equipment.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, is_built_in};
use crate::domain::{Exercise, ExerciseId, Message};
use crate::library::Library;
use crate::library::search::{name_key, prepared, words};

/// Most entries that may differ in nothing but what they are done with.
const SAME_BUT_FOR_EQUIPMENT: usize = 3;

/// Words of names that say what a movement is loaded with, in the form names are compared in.
/// Those of whole machines are left out: they name movements, as in leg press.
const LOADS: &[&str] = &[
    "band",
    "bar",
    "barbell",
    "cable",
    "dumbbell",
    "ez",
    "kettlebell",
    "machine",
    "mini",
    "plate",
    "ring",
    "sandbag",
    "smith",
    "suspension",
    "trap",
    "trx",
    "weight",
    "weighted",
];

pub(super) fn check(library: &Library, findings: &mut Vec<Finding>) {
    shared_names(library, findings);
    only_other_equipment(library, findings);
}

/// A name or alias, folded and without plural, must lead to one exercise. Hard between our own
/// ones; an import may bring a name along that we have too.
fn shared_names(library: &Library, findings: &mut Vec<Finding>) {
    let mut owners: BTreeMap<String, BTreeMap<&ExerciseId, (&Exercise, &str)>> = BTreeMap::new();
    for exercise in library.exercises() {
        for name in exercise.names() {
            let owners = owners.entry(name_key(name)).or_default();
            owners.entry(&exercise.id).or_insert((exercise, name));
        }
    }
    for (key, owners) in owners {
        // our own exercise comes first: the others have to give way
        let mut owners: Vec<(&Exercise, &str)> = owners.into_values().collect();
        owners.sort_by_key(|(exercise, _)| !is_built_in(exercise));
        let Some(((first, _), others)) = owners.split_first() else { continue };
        if key.is_empty() {
            let message = Message::new("library-check-empty-name");
            findings.push(Finding::hard(format!("exercises/{}/names", first.id), message));
        }
        for (other, name) in others {
            let message = Message::new("library-check-shared-name")
                .with("name", *name)
                .with("other", first.id.as_str());
            let grade = if is_built_in(other) { Finding::hard } else { Finding::soft };
            findings.push(grade(format!("exercises/{}/names", other.id), message));
        }
    }
}

/// Entries whose names are equal without the words for equipment, with the same movement, muscles,
/// level and cautions.
fn only_other_equipment(library: &Library, findings: &mut Vec<Finding>) {
    let mut groups: BTreeMap<_, Vec<&Exercise>> = BTreeMap::new();
    for exercise in library.exercises().iter().filter(|exercise| is_built_in(exercise)) {
        let name = prepared(&exercise.name.en);
        let rest: BTreeSet<String> = words(&name)
            .map(|(word, _)| name_key(word))
            .filter(|word| !LOADS.contains(&word.as_str()))
            .collect();
        if !rest.is_empty() && !exercise.equipment.is_empty() {
            let muscles: BTreeSet<_> = exercise.primary.iter().chain(&exercise.secondary).collect();
            let avoid: BTreeSet<_> = exercise.contra.iter().collect();
            let kind = (exercise.patterns.first(), exercise.unilateral, exercise.level);
            let movement = (rest, kind, muscles, avoid);
            groups.entry(movement).or_default().push(exercise);
        }
    }
    for group in groups.into_values().filter(|group| group.len() > SAME_BUT_FOR_EQUIPMENT) {
        let ids: Vec<&str> = group.iter().map(|exercise| exercise.id.as_str()).collect();
        let message = Message::new("library-check-only-equipment")
            .with("count", group.len())
            .with("limit", SAME_BUT_FOR_EQUIPMENT)
            .with("list", ids.join(", "));
        let Some(first) = ids.first() else { continue };
        findings.push(Finding::soft(format!("exercises/{first}/equipment"), message));
    }
}
