//! What no single week can see: steps of load over the borders of weeks, a deload that is none.
//! Deterministic; only weeks that were just made are touched.

use std::collections::BTreeSet;

use crate::domain::{
    Basis, ExerciseId, Item, Load, Program, Quantity, Scheme, Span, Unit, Week, WeekPhase,
};
use crate::library::Library;
use crate::lint::{LintContext, Severity, lint_program};
use crate::training::{Rounding, round_load};

/// Largest step of a load from one week of load to the next (`docs/planner.md` §2.6).
const MOST_STEP: f64 = 1.10;
/// A deload has at most this share of the sets of the week before.
const DELOAD_SETS: f64 = 0.7;

/// Indexes of the weeks that were changed. `fill` writes a week anew where the linter still finds
/// an error.
pub(super) fn settle(
    program: &mut Program,
    fresh: &BTreeSet<u16>,
    library: &Library,
    fill: impl Fn(u16) -> Week,
) -> BTreeSet<u16> {
    let mut changed = BTreeSet::new();
    for at in 1..program.weeks.len() {
        let (before, after) = program.weeks.split_at_mut(at);
        let (Some(last), Some(week)) = (before.last(), after.first_mut()) else { continue };
        if !fresh.contains(&week.index) {
            continue;
        }
        // a light week is no measure for the one behind it
        let measure = before.iter().rev().find(|week| week.phase == WeekPhase::Build);
        let stepped = match (week.phase, measure) {
            (WeekPhase::Build, Some(measure)) => soften(week, measure, library),
            _ => false,
        };
        let lightened = week.phase == WeekPhase::Deload && lighten(week, last);
        if stepped || lightened {
            changed.insert(week.index);
        }
    }
    for index in erring(program, library) {
        if let Some(week) = program.weeks.iter_mut().find(|week| week.index == index)
            && fresh.contains(&index)
        {
            *week = fill(index);
            changed.insert(index);
        }
    }
    changed
}

/// The weeks the linter still finds errors in.
fn erring(program: &Program, library: &Library) -> BTreeSet<u16> {
    let context = LintContext::new(library).for_profile(&program.profile);
    lint_program(program, &context)
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .filter_map(|finding| {
            let place = finding.path.strip_prefix("/weeks/")?.split('/').next()?;
            Some(program.weeks.get(place.parse::<usize>().ok()?)?.index)
        })
        .collect()
}

fn soften(week: &mut Week, measure: &Week, library: &Library) -> bool {
    let mut changed = false;
    for (day, unit) in week.units.iter_mut().enumerate() {
        let Some(twin) = measure.units.get(day) else { continue };
        for item in unit.sections.iter_mut().flat_map(|section| &mut section.items) {
            let Some(id) = item.exercise.clone() else { continue };
            let before = twin.items().find(|(_, other)| other.exercise.as_ref() == Some(&id));
            let most = before.and_then(|(_, other)| load(other)).map(|kg| kg * MOST_STEP);
            if let (Some(most), Some(now)) = (most, load(item))
                && now > most
            {
                let amount = Quantity::Exactly(rounded(most, &id, library));
                item.prescription.load = Some(Load::Of { basis: Basis::Kg, amount });
                changed = true;
            }
        }
    }
    changed
}

fn load(item: &Item) -> Option<f64> {
    match item.prescription.load {
        Some(Load::Of { basis: Basis::Kg, amount: Quantity::Exactly(kg) }) => Some(kg),
        _ => None,
    }
}

fn rounded(kg: f64, id: &ExerciseId, library: &Library) -> f64 {
    let step = library.get(id).and_then(|known| known.increment_kg).map_or(2.5, f64::from);
    round_load(kg, step, Rounding::Down)
}

fn lighten(week: &mut Week, before: &Week) -> bool {
    let most = DELOAD_SETS * f64::from(sets(before));
    if sets(week) == 0 || f64::from(sets(week)) <= most {
        return false;
    }
    let mut changed = false;
    for item in
        week.units.iter_mut().flat_map(|unit| &mut unit.sections).flat_map(|it| &mut it.items)
    {
        if let Scheme::Sets { sets: Some(sets), .. } = &mut item.prescription.scheme
            && sets.min > 1
        {
            *sets = Span::exactly(sets.min.div_ceil(2));
            changed = true;
        }
    }
    changed
}

fn sets(week: &Week) -> u32 {
    week.units
        .iter()
        .flat_map(Unit::items)
        .filter_map(|(_, item)| item.prescription.set_count())
        .map(u32::from)
        .sum()
}
