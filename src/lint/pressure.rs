//! GRP014: conditions that make a drill harder (Neumaier's pressures) come one at a time. They
//! stand in the remarks of a drill in the trainer's words; what a drill had before is not new.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{ItemFacts, ProgramFacts};
use super::{Code, Finding};
use crate::domain::{Category, ItemField, PlanEdit};
use crate::language::fold;

/// What can make a drill harder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Pressure {
    Time,
    Precision,
    Complexity,
    Opponent,
    Load,
    Variability,
}

/// Words of trainers for each, folded.
const WORDS: [(Pressure, &[&str]); 6] = [
    (Pressure::Time, &["time pressure", "zeitdruck", "against the clock", "auf zeit", "stopwatch"]),
    (Pressure::Precision, &["precis", "zielgenau", "prazis", "exact spot", "on a mark"]),
    (Pressure::Complexity, &["double task", "doppelaufgabe", "combination", "kombination"]),
    (Pressure::Opponent, &["opponent", "gegner", "resist", "widerstand", "gegenwehr"]),
    (Pressure::Load, &["extra weight", "zusatzlast", "tired", "ermudet", "vorbelast"]),
    (Pressure::Variability, &["changing", "wechselnde", "variier", "unstable", "instabil"]),
];

/// The rule over a course.
pub(super) fn program(facts: &ProgramFacts<'_>, out: &mut Vec<Finding>) {
    let mut known: BTreeMap<usize, BTreeSet<Pressure>> = BTreeMap::new();
    for unit in facts.units() {
        for item in unit.items.iter().filter(|item| is_drill(item)) {
            let Some(place) = item.place else { continue };
            let now = pressures(&item.item.notes);
            let seen = known.entry(place).or_default();
            let new: Vec<Pressure> = now.difference(seen).copied().collect();
            if new.len() > 1 {
                let finding = unit.item_finding(item, Code::Grp014).with("n", new.len());
                out.push(finding.mend(first_only(item, &new)));
            }
            seen.extend(now);
        }
    }
}

fn is_drill(item: &ItemFacts<'_>) -> bool {
    item.exercise
        .is_some_and(|found| matches!(found.category, Category::Drill | Category::Technique))
}

fn pressures(text: &str) -> BTreeSet<Pressure> {
    let folded = fold(text);
    WORDS
        .iter()
        .filter(|(_, words)| words.iter().any(|word| folded.contains(word)))
        .map(|(pressure, _)| *pressure)
        .collect()
}

/// The remarks without the clauses that bring a second new condition; nothing where they cannot be
/// told apart.
fn first_only(item: &ItemFacts<'_>, new: &[Pressure]) -> Option<PlanEdit> {
    let (first, others) = new.split_first()?;
    let clauses: Vec<&str> = item.item.notes.split([',', ';', '.']).map(str::trim).collect();
    let kept: Vec<&str> = clauses
        .iter()
        .copied()
        .filter(|clause| !clause.is_empty())
        .filter(|clause| {
            let held = pressures(clause);
            held.contains(first) || !others.iter().any(|other| held.contains(other))
        })
        .collect();
    let notes = kept.join(", ");
    let left = pressures(&notes);
    let mends = !others.iter().any(|other| left.contains(other));
    mends.then(|| PlanEdit::SetItem { item: item.item.id.clone(), field: ItemField::Notes(notes) })
}
