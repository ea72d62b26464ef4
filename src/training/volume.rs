//! Weekly volume: hard sets, and fractional sets per muscle (primary 1.0, secondary 0.5 — PEL25,
//! `docs/planner.md` §2.2). A set counts when its type counts and at most four repetitions stay in
//! reserve.

use std::collections::BTreeMap;

use crate::domain::{
    Category, Exercise, Item, Muscle, Pattern, Prescription, Scheme, Section, Unit, Week, Work,
};
use crate::library::Library;

use super::loads::rir_of_rpe;

/// Repetitions in reserve up to which a set is hard.
const HARD_RIR: f64 = 4.0;
/// Share of a set that a secondary muscle gets.
const SECONDARY: f32 = 0.5;

/// Hard sets of an item. Work against the clock (EMOM, AMRAP, intervals) and stretches of time
/// count none; a circuit repeats a single set in every round.
#[must_use]
pub fn hard_sets(section: &Section, item: &Item) -> f32 {
    let prescription = &item.prescription;
    if !prescription.set_type.counts_as_hard() || !is_hard(prescription) {
        return 0.0;
    }
    let by_sets = matches!(
        prescription.scheme,
        Scheme::List(_)
            | Scheme::Sets { work: Work::Unsaid | Work::Reps { .. } | Work::Max, .. }
            | Scheme::Rounds { work: Work::Reps { .. } | Work::Max, .. }
            | Scheme::Sets { sets: Some(_), work: Work::Seconds(_) }
    );
    if !by_sets {
        return 0.0;
    }
    let sets = prescription.set_count().unwrap_or(1);
    let rounds = section.rounds.filter(|_| sets == 1).unwrap_or(1);
    f32::from(sets) * f32::from(rounds)
}

fn is_hard(prescription: &Prescription) -> bool {
    let by_rir = prescription.rir.map(|rir| rir.min);
    let by_rpe = prescription.rpe.map(|rpe| rir_of_rpe(rpe.max));
    by_rir.or(by_rpe).is_none_or(|rir| rir <= HARD_RIR)
}

/// Fractional sets per muscle of some items; muscles without any are missing.
#[must_use]
pub fn fractional_sets<'a>(
    items: impl IntoIterator<Item = (&'a Section, &'a Item)>,
    library: &Library,
) -> BTreeMap<Muscle, f32> {
    let mut volume = BTreeMap::new();
    for (section, item) in items {
        let Some(exercise) = item.exercise.as_ref().and_then(|id| library.get(id)) else {
            continue;
        };
        if !builds_muscle(exercise) {
            continue;
        }
        let sets = hard_sets(section, item);
        if sets > 0.0 {
            add(&mut volume, &exercise.primary, sets);
            add(&mut volume, &exercise.secondary, sets * SECONDARY);
        }
    }
    volume
}

/// Fractional sets per muscle of a unit.
#[must_use]
pub fn unit_volume(unit: &Unit, library: &Library) -> BTreeMap<Muscle, f32> {
    fractional_sets(unit.items(), library)
}

/// Fractional sets per muscle of a week.
#[must_use]
pub fn week_volume(week: &Week, library: &Library) -> BTreeMap<Muscle, f32> {
    fractional_sets(week.units.iter().flat_map(Unit::items), library)
}

/// Jumps and sprints stay far from failure, drills are not loaded: neither counts as volume.
fn builds_muscle(exercise: &Exercise) -> bool {
    matches!(exercise.category, Category::Strength | Category::Power)
        && !matches!(exercise.patterns.first(), Some(Pattern::Jump | Pattern::Sprint))
}

fn add(volume: &mut BTreeMap<Muscle, f32>, muscles: &[Muscle], sets: f32) {
    for muscle in muscles {
        *volume.entry(*muscle).or_default() += sets;
    }
}
