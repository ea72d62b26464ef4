//! How long a drafted day takes, by the time model of `crate::training` without writing units out
//! first. A test keeps both in step.

use super::dose::{Role, most_hard_sets, row};
use super::draft::{DayDraft, ItemDraft};
use crate::domain::{Category, Goal, Level, Mechanic, Pattern};
use crate::training::{CHANGE_S, RAMP_SET_S, REP_S, SET_UP_S, WARM_UP_S};

const ONE_SIDED: f32 = 1.5;
const LAST_REST_S: f32 = 60.0;
const RAMPED_LIFTS: usize = 2;
const RAMP_SETS: f32 = 2.0;

/// Seconds of one item whose rest is shared by `members` of a superset.
fn item_seconds(item: &ItemDraft, members: usize) -> f32 {
    let work = match (item.seconds, item.metres) {
        (Some(span), _) => f32::midpoint(span.min as f32, span.max as f32),
        (None, Some(metres)) => metres as f32 * seconds_per_metre(item),
        (None, None) => f32::midpoint(f32::from(item.reps.min), f32::from(item.reps.max)) * REP_S,
    };
    let side = if item.exercise.unilateral { ONE_SIDED } else { 1.0 };
    let sets = f32::from(item.sets);
    let rest = item.rest as f32 / members.max(1) as f32;
    sets * (SET_UP_S + work) * side + sets * rest - rest.min(LAST_REST_S) + CHANGE_S
}

fn seconds_per_metre(item: &ItemDraft) -> f32 {
    match item.exercise.patterns.first() {
        Some(Pattern::Carry | Pattern::Locomotion | Pattern::Lunge) => 1.0,
        Some(Pattern::Sprint) => 0.2,
        _ => 0.3,
    }
}

/// Minutes of the day.
pub(crate) fn day_minutes(day: &DayDraft) -> f32 {
    let members = |item: &ItemDraft| {
        item.superset.map_or(1, |tag| {
            let same =
                |other: &&ItemDraft| other.superset.is_some_and(|other| other.letter == tag.letter);
            day.items.iter().filter(same).count()
        })
    };
    let lifts: f32 = day.items.iter().map(|item| item_seconds(item, members(item))).sum();
    let ramped = day.items.iter().filter(|item| is_ramped(item)).take(RAMPED_LIFTS).count();
    let timed: u16 = day
        .warm_up
        .iter()
        .chain(&day.endurance)
        .chain(&day.cool_down)
        .map(|timed| timed.minutes)
        .sum();
    let cold = day.warm_up.is_empty() && !day.items.is_empty();
    let warm_up = if cold { WARM_UP_S } else { 0.0 };
    (lifts + ramped as f32 * RAMP_SETS * RAMP_SET_S + warm_up) / 60.0 + f32::from(timed)
}

fn is_ramped(item: &ItemDraft) -> bool {
    item.exercise.category == Category::Strength
        && item.exercise.mechanic == Some(Mechanic::Compound)
        && item.exercise.increment_kg.is_some()
}

/// Minutes one more set of the item takes.
pub(crate) fn set_minutes(item: &ItemDraft) -> f32 {
    let more = ItemDraft { sets: item.sets + 1, ..item.clone() };
    (item_seconds(&more, 1) - item_seconds(item, 1)) / 60.0
}

/// Working sets a unit of `minutes` holds, by the doses of goal and level; rough, for advice.
pub(crate) fn capacity(goal: Goal, level: Level, minutes: u16) -> f32 {
    /// Of a unit this much is left after warm-up and ramp sets.
    const USABLE: f32 = 0.82;
    /// Sets of one exercise, over which its change is spread.
    const SETS: f32 = 3.0;
    let set = |role| {
        let dose = row(goal, level, role);
        let reps = f32::midpoint(f32::from(dose.reps.min), f32::from(dose.reps.max));
        SET_UP_S + reps * REP_S + dose.rest.min as f32 + CHANGE_S / SETS
    };
    // a third heavy, the rest accessories, some of them in pairs
    let seconds = set(Role::Main) / 3.0 + set(Role::Accessory) * 2.0 / 3.0 * 0.85;
    let sets = f32::from(minutes) * 60.0 * USABLE / seconds;
    sets.min(f32::from(most_hard_sets(level)))
}
