//! Weekly volume (`docs/planner.md` §2.11, step 6): while a muscle has too little and there is
//! time, one more set of the cheapest exercise that hits it, or another exercise; while it has too
//! much, sets come off, isolation first.

use super::cost::{day_minutes, set_minutes};
use super::dose::{Role, most_hard_sets};
use super::draft::{BlockDraft, DayDraft, ItemDraft};
use super::fit::MOST_OF_BUDGET;
use super::select::Chooser;
use super::suit::isolation_slot;
use crate::domain::{AthleteProfile, Goal};
use crate::lint::{MOST_PER_UNIT, Region, Tally, shares, weekly};

/// Most sets of one exercise in a unit.
const MOST_SETS: u16 = 5;
/// Most exercises in a unit; above it the linter warns.
const MOST_ITEMS: usize = 8;

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
pub(crate) fn balance(block: &mut BlockDraft, chooser: &Chooser<'_>) {
    reduce(block, chooser);
    let mut closed: Vec<Region> = Vec::new();
    loop {
        let tally = block.tally();
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
}

/// The regions below their band.
pub(crate) fn below(tally: &Tally, profile: &AthleteProfile) -> Vec<Region> {
    let low = |region| weekly(profile.goal, profile.level, region).0;
    Region::ALL.into_iter().filter(|region| tally.of(*region) < low(*region)).collect()
}

/// Days that alternate from week to week differ by no more than a fifth, so that demand does not
/// jump to and fro.
pub(crate) fn level_out(block: &mut BlockDraft) {
    const MOST: f32 = 1.2;
    let sets = |day: &DayDraft| f32::from(day.hard_sets());
    let Some(least) = block.days.iter().map(sets).reduce(f32::min).filter(|least| *least > 0.0)
    else {
        return;
    };
    for day in &mut block.days {
        while sets(day) > least * MOST && take_from(day, Floor::Usual, |_| true) {}
    }
}

/// One more set, or one more exercise, for a region.
fn add(block: &mut BlockDraft, chooser: &Chooser<'_>, region: Region) -> bool {
    let budget = f32::from(chooser.profile.minutes) * MOST_OF_BUDGET;
    let most = most_hard_sets(chooser.profile.level);
    let week = block.tally();
    let mut best: Option<(usize, usize, f32)> = None;
    for (day_at, day) in open_days(block) {
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
fn overflows(item: &ItemDraft, week: &Tally, chooser: &Chooser<'_>) -> bool {
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
    let week = block.tally();
    let mut days: Vec<(usize, f32)> = open_days(block)
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

/// The days that may take more.
fn open_days(block: &BlockDraft) -> impl Iterator<Item = (usize, &DayDraft)> {
    block.days.iter().enumerate().filter(|(_, day)| !day.recovery)
}

/// How far sets may be taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Floor {
    /// Main lifts keep two sets, accessories one.
    Usual,
    /// Only main lifts stay, with one set: a day too many for little volume.
    Bare,
}

/// Takes sets off regions above their band, and off units above their size.
fn reduce(block: &mut BlockDraft, chooser: &Chooser<'_>) {
    let (goal, level) = (chooser.profile.goal, chooser.profile.level);
    for region in Region::ALL {
        let (low, high) = weekly(goal, level, region);
        let high = high.max(low);
        let hits = |item: &ItemDraft| shares(&item.exercise).of(region) > 0.0;
        for floor in [Floor::Usual, Floor::Bare] {
            while block.tally().of(region) > high && take(block, floor, hits) {}
        }
    }
    for day in &mut block.days {
        while day.hard_sets() > most_hard_sets(level) && take_from(day, Floor::Usual, |_| true) {}
        for region in Region::ALL {
            let hits = |item: &ItemDraft| shares(&item.exercise).of(region) > 0.0;
            while day.tally().of(region) > MOST_PER_UNIT && take_from(day, Floor::Usual, hits) {}
        }
    }
}

fn take(block: &mut BlockDraft, floor: Floor, hits: impl Fn(&ItemDraft) -> bool) -> bool {
    let fullest = block
        .days
        .iter_mut()
        .filter(|day| day.items.iter().any(|item| hits(item) && removable(item, floor)))
        .max_by_key(|day| day.hard_sets());
    fullest.is_some_and(|day| take_from(day, floor, hits))
}

/// Fewest sets an item is left with.
const fn least(item: &ItemDraft, floor: Floor) -> u16 {
    match (item.role, floor) {
        (Role::Power, _) | (Role::Main | Role::Second, Floor::Usual) => 2,
        (Role::Accessory | Role::Core, Floor::Usual) | (Role::Main, Floor::Bare) => 1,
        (Role::Isolation, _) | (_, Floor::Bare) => 0,
    }
}

const fn removable(item: &ItemDraft, floor: Floor) -> bool {
    item.sets > least(item, floor)
}

/// Takes one set off the least important item that hits; an item without sets goes.
fn take_from(day: &mut DayDraft, floor: Floor, hits: impl Fn(&ItemDraft) -> bool) -> bool {
    let found = day
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| hits(item) && item.is_hard() && removable(item, floor))
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
