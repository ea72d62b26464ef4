//! Weekly volume (`docs/planner.md` §2.11, step 6): while a muscle has too little and there is
//! time, one more set of the cheapest exercise that hits it, or another exercise; while it has too
//! much, sets come off, isolation first.

use super::cost::{day_minutes, set_minutes};
use super::dose::Role;
use super::draft::{BlockDraft, DayDraft, ItemDraft};
use super::fit::MOST_OF_BUDGET;
use super::select::Chooser;
use super::suit::isolation_slot;
use crate::domain::{Goal, Level};
use crate::lint::{MOST_PER_UNIT, Region, shares, weekly};

/// Most sets of one exercise in a unit.
const MOST_SETS: u16 = 5;
/// Most exercises in a unit; above it the linter warns.
const MOST_ITEMS: usize = 8;

/// Hard sets a unit should not exceed at a level (LIFT).
pub(crate) const fn most_hard_sets(level: Level) -> u16 {
    match level {
        Level::Beginner => 18,
        Level::Intermediate => 25,
        Level::Advanced | Level::Elite => 30,
    }
}

/// What the week should at least hold of a region.
fn target(chooser: &Chooser<'_>, region: Region) -> f32 {
    let (low, high) = weekly(chooser.profile.goal, chooser.profile.level, region);
    let start = match chooser.profile.goal {
        Goal::Hypertrophy | Goal::StrengthHypertrophy | Goal::Strength if region.is_major() => 1.0,
        _ => 0.0,
    };
    (low + start).min(high)
}

/// Fills up and takes off until every region lies in its band or nothing more can be done.
/// Returns the regions that stay below theirs.
pub(crate) fn balance(block: &mut BlockDraft, chooser: &Chooser<'_>) -> Vec<Region> {
    let days = chooser.profile.days_per_week;
    reduce(block, chooser);
    let mut closed: Vec<Region> = Vec::new();
    loop {
        let tally = block.tally(days);
        let open = Region::ALL
            .into_iter()
            .filter(|region| !closed.contains(region))
            .map(|region| (region, tally.of(region) / target(chooser, region).max(0.5)))
            .filter(|(_, share)| *share < 1.0)
            .min_by(|a, b| {
                // large muscles first, then the one that lacks most
                b.0.is_major().cmp(&a.0.is_major()).then(a.1.total_cmp(&b.1))
            });
        let Some((region, _)) = open else { break };
        let added =
            add(block, chooser, region) || (region.is_major() && make_room(block, chooser, region));
        if !added {
            closed.push(region);
        }
    }
    reduce(block, chooser);
    let tally = block.tally(days);
    closed.retain(|region| {
        let (low, _) = weekly(chooser.profile.goal, chooser.profile.level, *region);
        region.is_major() && tally.of(*region) < low
    });
    closed
}

/// One more set, or one more exercise, for a region.
fn add(block: &mut BlockDraft, chooser: &Chooser<'_>, region: Region) -> bool {
    let budget = f32::from(chooser.profile.minutes) * MOST_OF_BUDGET;
    let most = most_hard_sets(chooser.profile.level);
    let week = block.tally(chooser.profile.days_per_week);
    let mut best: Option<(usize, usize, f32)> = None;
    for (day_at, day) in open_days(block, chooser) {
        let tally = day.tally();
        let minutes = day_minutes(day);
        if day.hard_sets() >= most || tally.of(region) + 1.0 > MOST_PER_UNIT {
            continue;
        }
        for (at, item) in day.items.iter().enumerate() {
            let share = shares(&item.exercise).of(region);
            let cap = MOST_SETS.min(item.dose.sets.max + u16::from(item.role == Role::Isolation));
            if share < 0.5 || item.sets >= cap || !item.is_hard() || overflows(item, &week, chooser)
            {
                continue;
            }
            let cost = set_minutes(item);
            // time per set that counts, and spread over the days
            let price = cost / share + f32::from(item.sets) * 0.5 + tally.of(region) * 0.1;
            if minutes + cost <= budget && best.is_none_or(|(_, _, least)| price < least) {
                best = Some((day_at, at, price));
            }
        }
    }
    if let Some(item) = best.and_then(|(day, at, _)| block.days.get_mut(day)?.items.get_mut(at)) {
        item.sets += 1;
        return true;
    }
    another(block, chooser, region)
}

/// Takes sets of small muscles off a day that trains the region but has no time left, and gives
/// the region one in exchange. Small muscles still get their indirect work.
fn make_room(block: &mut BlockDraft, chooser: &Chooser<'_>, region: Region) -> bool {
    const MOST_GIVEN: usize = 3;
    let small = |item: &ItemDraft| {
        item.role == Role::Isolation
            && !shares(&item.exercise)
                .iter()
                .any(|(region, share)| region.is_major() && share > 0.0)
    };
    for at in 0..block.days.len() {
        let hits = |day: &DayDraft| day.tally().of(region) >= 1.0 && belongs(day, region);
        if !block.days.get(at).is_some_and(hits) {
            continue;
        }
        let mut trial = block.clone();
        for _ in 0..MOST_GIVEN {
            let Some(day) = trial.days.get_mut(at) else { break };
            let Some(item) = day.items.iter_mut().rev().find(|item| small(item)) else { break };
            item.sets -= 1;
            day.items.retain(|item| item.sets > 0);
            if add(&mut trial, chooser, region) {
                *block = trial;
                return true;
            }
        }
    }
    false
}

/// Whether one more set would push another region out of its band.
fn overflows(item: &ItemDraft, week: &crate::lint::Tally, chooser: &Chooser<'_>) -> bool {
    shares(&item.exercise).iter().any(|(region, share)| {
        let (_, high) = weekly(chooser.profile.goal, chooser.profile.level, region);
        share > 0.0 && week.of(region) + share > high
    })
}

/// Whether a region belongs to what a day trains: legs stay out of upper-body days and the other
/// way round; the trunk fits anywhere.
fn belongs(day: &DayDraft, region: Region) -> bool {
    let legs =
        matches!(region, Region::Quads | Region::Hamstrings | Region::Glutes | Region::Calves);
    match day.title {
        "day-upper" | "day-push" | "day-pull" => !legs,
        "day-lower" | "day-legs" => legs || region == Region::Abs,
        _ => true,
    }
}

/// Adds an exercise for the region to the day that has most time left.
fn another(block: &mut BlockDraft, chooser: &Chooser<'_>, region: Region) -> bool {
    let Some(slot) = isolation_slot(region) else { return false };
    let budget = f32::from(chooser.profile.minutes) * MOST_OF_BUDGET;
    let most = most_hard_sets(chooser.profile.level);
    let week = block.tally(chooser.profile.days_per_week);
    let mut days: Vec<(usize, f32)> = open_days(block, chooser)
        .filter(|(_, day)| belongs(day, region))
        .filter(|(_, day)| day.items.len() < MOST_ITEMS && day.hard_sets() + 2 <= most)
        .map(|(at, day)| (at, day_minutes(day) + day.tally().of(region)))
        .collect();
    days.sort_by(|a, b| a.1.total_cmp(&b.1));
    for (at, _) in days {
        let Some(day) = block.days.get(at) else { continue };
        let Some(item) = chooser.isolation(&slot, day, &block.days, &week) else { continue };
        if shares(&item.exercise).of(region) < 0.5 || overflows(&item, &week, chooser) {
            continue;
        }
        let mut with = day.clone();
        with.items.push(item);
        with.items.sort_by_key(|item| item.role);
        if day_minutes(&with) <= budget {
            if let Some(day) = block.days.get_mut(at) {
                *day = with;
            }
            return true;
        }
    }
    false
}

/// The days that may take more: with one day a week, days alternate and each is filled alone.
fn open_days<'b>(
    block: &'b BlockDraft,
    chooser: &Chooser<'_>,
) -> impl Iterator<Item = (usize, &'b DayDraft)> {
    let alternating = chooser.profile.days_per_week == 1;
    block
        .days
        .iter()
        .enumerate()
        .filter(move |(at, day)| !day.recovery && (!alternating || *at == 0))
}

/// Takes sets off regions above their band, and off units above their size.
fn reduce(block: &mut BlockDraft, chooser: &Chooser<'_>) {
    let (goal, level) = (chooser.profile.goal, chooser.profile.level);
    for region in Region::ALL {
        let (low, high) = weekly(goal, level, region);
        let high = high.max(low);
        while block.tally(chooser.profile.days_per_week).of(region) > high {
            if !take(block, |item| shares(&item.exercise).of(region) > 0.0) {
                break;
            }
        }
    }
    for day in &mut block.days {
        while day.hard_sets() > most_hard_sets(level) {
            if !take_from(day, |_| true) {
                break;
            }
        }
        for region in Region::ALL {
            while day.tally().of(region) > MOST_PER_UNIT {
                if !take_from(day, |item| shares(&item.exercise).of(region) > 0.0) {
                    break;
                }
            }
        }
    }
}

fn take(block: &mut BlockDraft, hits: impl Fn(&ItemDraft) -> bool) -> bool {
    let fullest = block
        .days
        .iter_mut()
        .filter(|day| day.items.iter().any(|item| hits(item) && removable(item)))
        .max_by_key(|day| day.hard_sets());
    fullest.is_some_and(|day| take_from(day, hits))
}

/// Fewest sets an item is left with.
const fn least(item: &ItemDraft) -> u16 {
    match item.role {
        Role::Main | Role::Second | Role::Power => 2,
        Role::Accessory | Role::Core => 1,
        Role::Isolation => 0,
    }
}

const fn removable(item: &ItemDraft) -> bool {
    item.sets > least(item)
}

/// Takes one set off the least important item that hits; an item without sets goes.
fn take_from(day: &mut DayDraft, hits: impl Fn(&ItemDraft) -> bool) -> bool {
    let found = day
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| hits(item) && item.is_hard() && removable(item))
        .max_by_key(|(at, item)| (rank(item.role), item.sets, *at))
        .map(|(at, _)| at);
    let Some(at) = found else { return false };
    if let Some(item) = day.items.get_mut(at) {
        item.sets -= 1;
    }
    day.items.retain(|item| item.sets > 0);
    true
}

/// Higher goes first.
const fn rank(role: Role) -> u8 {
    match role {
        Role::Isolation => 4,
        Role::Accessory => 3,
        Role::Core => 2,
        Role::Second => 1,
        Role::Main | Role::Power => 0,
    }
}
