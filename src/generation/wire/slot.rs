//! One line per exercise: `main A1 e12 4x6-8 RIR2 rest 2:00` in the outline, and in a week what
//! becomes of it: `=`, `-`, another dose, another exercise, or one more.

use std::collections::BTreeSet;

use super::{IdTable, Slot, dose};
use crate::domain::{ExerciseId, Prescription, SectionKind, SupersetTag};
use crate::library::Library;

/// What lines are read with.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) table: &'a IdTable,
    /// What these people can do with what they have.
    pub(super) allowed: &'a BTreeSet<ExerciseId>,
    pub(super) library: &'a Library,
}

/// As in the outline.
pub(super) const SAME: &str = "=";
/// Left out.
pub(super) const NOT: &str = "-";
/// Begins a line that the outline does not have.
pub(super) const MORE: char = '+';

/// Reads a line of an outline.
pub(super) fn read(line: &str, names: Names<'_>) -> Result<Slot, String> {
    let mut words = line.split_whitespace().peekable();
    let place = words.next().ok_or("is empty")?;
    let (part, stream) = part(place)?;
    let superset = words.peek().and_then(|word| tag(word));
    if superset.is_some() {
        words.next();
    }
    let exercise = exercise(words.next().unwrap_or_default(), names)?;
    let text = words.collect::<Vec<_>>().join(" ");
    let dose = whole(&Prescription::default(), &text)?;
    if dose.is_empty() {
        return Err("has no dose".to_owned());
    }
    Ok(Slot { part, stream, superset, exercise, dose })
}

/// Writes a line of an outline; `None` when the exercise has no short name.
pub(super) fn write(slot: &Slot, table: &IdTable) -> Option<String> {
    let part = match slot.stream {
        0 => slot.part.id().to_owned(),
        stream => format!("{}/{stream}", slot.part.id()),
    };
    let tag = slot.superset.map(|tag| tag.to_string());
    let dose = dose::change(&Prescription::default(), &slot.dose);
    let dose = (!dose.is_empty()).then_some(dose);
    let short = table.short(&slot.exercise)?;
    Some([Some(part), tag, Some(short), dose].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// Reads what a week makes of a slot; `None`: it is left out.
pub(super) fn read_change(
    line: &str,
    slot: &Slot,
    names: Names<'_>,
) -> Result<Option<Slot>, String> {
    let line = line.trim();
    if line == SAME || line.is_empty() {
        return Ok(Some(slot.clone()));
    }
    if line == NOT {
        return Ok(None);
    }
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let names_exercise =
        first.strip_prefix('e').is_some_and(|number| number.parse::<usize>().is_ok());
    if !names_exercise {
        let dose = whole(&slot.dose, line)?;
        return Ok(Some(Slot { dose, ..slot.clone() }));
    }
    let exercise = exercise(first, names)?;
    let template =
        if exercise == slot.exercise { slot.dose.clone() } else { inherited(&slot.dose) };
    let dose = whole(&template, rest)?;
    Ok(Some(Slot { exercise, dose, ..slot.clone() }))
}

/// Writes what a week makes of a slot.
pub(super) fn write_change(from: &Slot, to: &Slot, table: &IdTable) -> Option<String> {
    if from.exercise == to.exercise {
        let change = dose::change(&from.dose, &to.dose);
        return Some(if change.is_empty() { SAME.to_owned() } else { change });
    }
    let dose = dose::change(&inherited(&from.dose), &to.dose);
    let short = table.short(&to.exercise)?;
    Some(if dose.is_empty() { short } else { format!("{short} {dose}") })
}

/// What another exercise takes over of a dose: a load or a tempo was meant for the first one.
fn inherited(dose: &Prescription) -> Prescription {
    Prescription { load: None, tempo: None, per_side: false, ..dose.clone() }
}

/// The dose a text makes of a template. Whatever the notation cannot read is refused.
fn whole(template: &Prescription, text: &str) -> Result<Prescription, String> {
    if text.is_empty() {
        return Ok(template.clone());
    }
    dose::changed(template, text).map_err(|error| format!("the dose \"{text}\": {error}"))
}

fn part(word: &str) -> Result<(SectionKind, u16), String> {
    let (name, stream) = word.split_once('/').unwrap_or((word, "0"));
    let kind = SectionKind::from_id(name).ok_or_else(|| {
        let known: Vec<&str> = SectionKind::ALL.iter().map(|kind| kind.id()).collect();
        format!("\"{name}\" is no part of a unit; parts are {}", known.join(", "))
    })?;
    let stream = stream.parse().map_err(|_| format!("\"{word}\" names no sub-group"))?;
    Ok((kind, stream))
}

fn tag(word: &str) -> Option<SupersetTag> {
    let mut signs = word.chars();
    let letter = signs.next().filter(char::is_ascii_uppercase)?;
    let number = signs.as_str().parse().ok()?;
    Some(SupersetTag { letter, number })
}

fn exercise(short: &str, names: Names<'_>) -> Result<ExerciseId, String> {
    let id = names
        .table
        .long(short)
        .filter(|id| names.library.get(id).is_some())
        .ok_or_else(|| format!("\"{short}\" is no id of the library"))?;
    if names.allowed.contains(id) {
        Ok(id.clone())
    } else {
        Err(format!("{short} is not among the allowed exercises"))
    }
}
