//! A training log as past units: one per workout, with its date and what was really done.

use jiff::civil::Date;

use super::dates::date_in;
use super::draft::{Draft, DraftSection};
use super::fields::{Fields, LoadField, LoadUnit};
use super::insertion::insertion;
use crate::domain::{IdSource, ItemLog, Owner, SetLog, Unit};
use crate::library::Library;

/// Kilograms of a pound (international avoirdupois pound, 1959).
const POUND_KG: f64 = 0.453_592_37;

/// Most sets written out of one row; nobody does more.
const MOST: usize = 99;

/// The workouts of a log as units of `owner`. `seed` gives each workout, by its date and title, a
/// source of ids: the same workout out of a later export is the same unit.
#[must_use]
pub fn history(
    draft: &Draft,
    owner: &Owner,
    library: &Library,
    seed: impl Fn(&str) -> u64,
) -> Vec<Unit> {
    let mut units = Vec::new();
    for section in &draft.sections {
        let heading = section.day.as_ref().map_or("", |day| day.title.as_str());
        let date = date_in(heading);
        let mut ids = IdSource::new(seed(&format!("{heading}\n{}", section.title)));
        let mut unit = Unit::new(ids.unit(), title(section, date, heading), owner.clone());
        unit.date = date;
        let edit = insertion([section], &unit, None, library, &mut ids);
        if edit.and_then(|edit| edit.apply(&mut unit).ok()).is_none() {
            continue;
        }
        unit.done = true;
        let items = unit.sections.iter_mut().flat_map(|section| &mut section.items);
        for (item, row) in items.zip(&section.rows) {
            item.log = Some(ItemLog { done: true, sets: sets(&row.fields) });
        }
        units.push(unit);
    }
    units
}

/// The workout's own name, else its date.
fn title(section: &DraftSection, date: Option<Date>, heading: &str) -> String {
    let own = section.title.trim();
    match date {
        Some(date) if own.is_empty() || date_in(own).is_some() => date.to_string(),
        _ if own.is_empty() => heading.to_owned(),
        _ => own.to_owned(),
    }
}

fn sets(fields: &Fields) -> Vec<SetLog> {
    let listed = fields.reps_list.len().max(fields.loads_list.len());
    let said = fields.sets.map_or(1, |sets| usize::from(sets.min));
    let set = |at: usize| SetLog {
        reps: fields.reps_list.get(at).copied().or(fields.reps).map(|reps| reps.min),
        load_kg: fields.loads_list.get(at).or(fields.load.as_ref()).and_then(kilograms),
        rpe: fields.rpe.map(|rpe| rpe.min),
        seconds: fields.duration_s.map(|seconds| seconds.min),
        metres: fields.distance_m,
    };
    (0..said.max(listed).min(MOST)).map(set).collect()
}

fn kilograms(load: &LoadField) -> Option<f64> {
    match load.unit {
        LoadUnit::Kg => Some(load.value),
        LoadUnit::Lb => Some((load.value * POUND_KG * 100.0).round() / 100.0),
        LoadUnit::Pct1Rm | LoadUnit::PctTm | LoadUnit::Bodyweight | LoadUnit::Rm => None,
    }
}
