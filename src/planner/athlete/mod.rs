//! Programs for one person: blocks of drafted days, then weeks written from them.

mod cost;
mod dose;
mod draft;
mod feasible;
mod fit;
mod ladder;
mod pace;
mod pool;
mod select;
mod split;
mod suit;
#[cfg(test)]
mod tests;
mod volume;
mod write;

pub use self::pace::progression_of;

pub(super) use self::cost::capacity;
pub(super) use self::draft::BlockDraft;
pub(super) use self::ladder::standing;

use std::collections::BTreeSet;

use self::dose::Role;
use self::draft::{DayDraft, ItemDraft};
use self::pool::Pool;
use self::select::Chooser;
use self::write::Writer;
use super::{Outline, PlannerError, WeekPlan, identity};
use crate::domain::{
    AthleteProfile, ExerciseId, Mechanic, Mesocycle, Message, Pattern, Unit, WeekPhase,
};
use crate::library::Library;

/// What is decided once for an athlete.
pub(super) struct AthleteOutline {
    pub(super) mesocycles: Vec<Mesocycle>,
    pub(super) weeks: Vec<WeekPlan>,
    pub(super) blocks: Vec<BlockDraft>,
    pub(super) notes: Vec<Message>,
}

/// Chooses, doses and fits the days of every block.
///
/// # Errors
/// [`PlannerError::NothingFits`] when not one exercise is possible.
pub(super) fn outline(
    profile: &AthleteProfile,
    library: &Library,
    seed: u64,
) -> Result<AthleteOutline, PlannerError> {
    let pool = Pool::new(profile, library);
    if pool.possible == 0 && pool.gentle.is_empty() {
        return Err(PlannerError::NothingFits);
    }
    let pace = pace::lay_out(profile.goal, profile.level, profile.weeks, profile.contest_week);
    let days = split::days(profile.days_per_week, profile.goal, profile.level);
    let count = pace.mesocycles.len();
    let mut blocks: Vec<BlockDraft> = Vec::with_capacity(count);
    let mut missing: Vec<Pattern> = Vec::new();
    let mut kept: Vec<(usize, usize, ExerciseId)> = Vec::new();
    let mut before: Vec<ExerciseId> = Vec::new();
    for block in 0..count {
        let chooser = Chooser {
            profile,
            library,
            pool: &pool,
            seed,
            block,
            blocks: count,
            before: &before,
            kept: &kept,
        };
        let (mut draft, holes) = chooser.fill(&days);
        let lifts = main_lifts(&draft, &days);
        complete(&mut draft, &chooser, &pool);
        if block == 0 {
            kept = lifts;
            missing = holes;
        }
        let build = |week: &&WeekPlan| week.block == block && week.phase == WeekPhase::Build;
        draft.load_weeks =
            u16::try_from(pace.weeks.iter().filter(build).count()).unwrap_or(1).max(1);
        before = accessories(&draft);
        blocks.push(draft);
    }
    let notes = feasible::notes(profile, library, &blocks, &missing);
    Ok(AthleteOutline { mesocycles: pace.mesocycles, weeks: pace.weeks, blocks, notes })
}

/// Frames, trims and fills the days of a block. With one day a week each of the alternating days
/// is a week of its own.
fn complete(draft: &mut BlockDraft, chooser: &Chooser<'_>, pool: &Pool<'_>) {
    let profile = chooser.profile;
    for (at, day) in draft.days.iter_mut().enumerate() {
        fit::frame(day, profile, pool, rotation(chooser, at));
        put_in_order(day);
    }
    if profile.days_per_week == 1 {
        for day in &mut draft.days {
            let mut alone = BlockDraft { days: vec![day.clone()], load_weeks: 1 };
            fill_up(&mut alone, chooser);
            if let Some(filled) = alone.days.pop() {
                *day = filled;
            }
        }
        volume::level_out(draft);
    } else {
        fill_up(draft, chooser);
    }
    for (at, day) in draft.days.iter_mut().enumerate() {
        fit::use_the_rest(day, profile, pool, rotation(chooser, at));
    }
}

/// Where in the lists of warm-ups and stretches a day begins, so that days, blocks and seeds
/// differ.
fn rotation(chooser: &Chooser<'_>, day: usize) -> usize {
    day + chooser.block + usize::try_from(chooser.seed % 997).unwrap_or(0)
}

/// Brings the days of a week into their minutes and the muscles into their bands.
fn fill_up(week: &mut BlockDraft, chooser: &Chooser<'_>) {
    let profile = chooser.profile;
    shorten(week, profile.minutes);
    volume::balance(week, chooser);
    if volume::below(&week.tally(), profile).iter().any(|region| region.is_major()) {
        // pairing antagonists wins about a third of the time (Burke 2024), so that more fits in
        for day in &mut week.days {
            fit::pair_antagonists(day, Role::Accessory);
        }
        volume::balance(week, chooser);
    }
    for day in &mut week.days {
        put_in_order(day);
    }
    shorten(week, profile.minutes);
}

fn shorten(week: &mut BlockDraft, minutes: u16) {
    for at in 0..week.days.len() {
        let elsewhere = week.elsewhere(at);
        if let Some(day) = week.days.get_mut(at) {
            fit::shorten(day, minutes, &elsewhere);
        }
    }
}

/// Puts the items in the order of doing: by role, compound before isolation before trunk, members
/// of a superset together where their first one belongs.
fn put_in_order(day: &mut DayDraft) {
    let rank = |item: &ItemDraft| (item.role, item.exercise.mechanic != Some(Mechanic::Compound));
    let firsts: Vec<_> = day
        .items
        .iter()
        .map(|item| {
            let same = |other: &&ItemDraft| {
                item.superset.is_some()
                    && other.superset.map(|tag| tag.letter) == item.superset.map(|tag| tag.letter)
            };
            let first = day.items.iter().filter(same).map(rank).min();
            (first.unwrap_or_else(|| rank(item)), item.superset)
        })
        .collect();
    let mut keyed: Vec<_> = firsts.into_iter().zip(std::mem::take(&mut day.items)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    day.items = keyed.into_iter().map(|(_, item)| item).collect();
}

/// Which exercise stands in which main slot.
fn main_lifts(draft: &BlockDraft, days: &[split::DaySpec]) -> Vec<(usize, usize, ExerciseId)> {
    let mut lifts = Vec::new();
    for (at, (day, spec)) in draft.days.iter().zip(days).enumerate() {
        for (place, slot) in spec.slots.iter().enumerate() {
            if !matches!(slot.role, Role::Main | Role::Second) {
                continue;
            }
            let pattern = slot.patterns.first();
            let found = day
                .items
                .iter()
                .find(|item| item.role <= Role::Second && pattern == Some(&item.pattern));
            lifts.extend(found.map(|item| (at, place, item.exercise.id.clone())));
        }
    }
    lifts
}

fn accessories(draft: &BlockDraft) -> Vec<ExerciseId> {
    let ids: BTreeSet<ExerciseId> = draft
        .days
        .iter()
        .flat_map(|day| &day.items)
        .filter(|item| item.role >= Role::Accessory)
        .map(|item| item.exercise.id.clone())
        .collect();
    ids.into_iter().collect()
}

/// Weekday of the first unit.
pub(super) fn first_day(blocks: &[BlockDraft]) -> u8 {
    blocks.iter().flat_map(|block| &block.days).map(|day| day.weekday).min().unwrap_or(1)
}

/// The units of one week.
pub(super) fn units(
    outline: &Outline,
    profile: &AthleteProfile,
    blocks: &[BlockDraft],
    plan: &WeekPlan,
    library: &Library,
) -> Vec<Unit> {
    let Some(block) = blocks.get(plan.block) else { return Vec::new() };
    let mut ids =
        identity::ids(&outline.profile_hash, &outline.library_hash, outline.seed, plan.index);
    let writer = Writer { outline, profile, library, week: plan, block };
    let last = block.days.iter().rposition(|day| !day.recovery);
    let alternating = profile.days_per_week == 1 && !block.days.is_empty();
    block
        .days
        .iter()
        .enumerate()
        .filter(|(at, _)| !alternating || *at == usize::from(plan.index - 1) % block.days.len())
        .map(|(at, day)| writer.unit(day, alternating || Some(at) == last, &mut ids))
        .collect()
}
