//! Programs for one person: blocks of drafted days, then weeks written from them.

mod cost;
mod dose;
mod draft;
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

pub(super) use self::draft::BlockDraft;

use std::collections::BTreeSet;

use self::cost::day_minutes;
use self::dose::Role;
use self::draft::{DayDraft, ItemDraft};
use self::pool::{Pool, needs_clearance};
use self::select::Chooser;
use self::write::Writer;
use super::{Outline, PlannerError, WeekPlan, identity};
use crate::domain::{
    AthleteProfile, Bilingual, CatalogueKind, ExerciseId, Level, Mechanic, Mesocycle, Message,
    Pattern, Unit, WeekPhase,
};
use crate::library::Library;
use crate::lint::Region;

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
    let pace = pace::lay_out(profile.goal, profile.level, profile.weeks);
    let days = split::days(profile.days_per_week, profile.goal, profile.level);
    let count = pace.mesocycles.len();
    let mut blocks: Vec<BlockDraft> = Vec::with_capacity(count);
    let mut notes = Vec::new();
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
        let (mut draft, missing) = chooser.fill(&days);
        let lifts = main_lifts(&draft, &days);
        let low = complete(&mut draft, &chooser, &pool);
        let build = |week: &&WeekPlan| week.block == block && week.phase == WeekPhase::Build;
        draft.load_weeks =
            u16::try_from(pace.weeks.iter().filter(build).count()).unwrap_or(1).max(1);
        before = accessories(&draft);
        if block == 0 {
            kept = lifts;
            notes.extend(feasibility(profile, library, &draft, &missing, &low));
        }
        blocks.push(draft);
    }
    Ok(AthleteOutline { mesocycles: pace.mesocycles, weeks: pace.weeks, blocks, notes })
}

/// Frames, trims and fills the days of a block; returns the regions that stay below their band.
fn complete(draft: &mut BlockDraft, chooser: &Chooser<'_>, pool: &Pool<'_>) -> Vec<Region> {
    let profile = chooser.profile;
    for (at, day) in draft.days.iter_mut().enumerate() {
        fit::frame(day, profile, pool, at + chooser.block);
        put_in_order(day);
        fit::shorten(day, profile.minutes);
    }
    let mut low = volume::balance(draft, chooser);
    if !low.is_empty() {
        // pairing antagonists wins about a third of the time (Burke 2024), so that more fits in
        for day in &mut draft.days {
            fit::pair_antagonists(day);
        }
        low = volume::balance(draft, chooser);
    }
    for (at, day) in draft.days.iter_mut().enumerate() {
        put_in_order(day);
        fit::shorten(day, profile.minutes);
        fit::use_the_rest(day, profile, pool, at + chooser.block);
    }
    low
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

/// What cannot be met, said plainly.
fn feasibility(
    profile: &AthleteProfile,
    library: &Library,
    draft: &BlockDraft,
    missing: &[Pattern],
    low: &[Region],
) -> Vec<Message> {
    let catalogues = library.catalogues();
    let mut notes = Vec::new();
    if needs_clearance(&profile.injuries) {
        notes.push(Message::new("note-clearance"));
    }
    if !missing.is_empty() {
        let names = missing.iter().map(|p| catalogues.name(CatalogueKind::Patterns, p.id()));
        notes.push(Message::new("note-missing-patterns").with("patterns", list(names)));
    }
    if !low.is_empty() {
        let names = low.iter().map(|r| catalogues.name(CatalogueKind::Muscles, r.muscle().id()));
        notes.push(Message::new("note-low-volume").with("muscles", list(names)));
    }
    let budget = f32::from(profile.minutes);
    let unused =
        |day: &&DayDraft| !day.recovery && day_minutes(day) < budget * fit::LEAST_OF_BUDGET;
    if let Some(day) = draft.days.iter().find(unused) {
        notes.push(
            Message::new("note-time-left")
                .with("minutes", day_minutes(day).round())
                .with("budget", budget),
        );
    }
    if profile.level == Level::Beginner {
        notes.push(Message::new("note-reactive-deload"));
    }
    notes
}

/// Names in a row, in both languages.
fn list(names: impl Iterator<Item = Bilingual>) -> Bilingual {
    let (mut en, mut de) = (Vec::new(), Vec::new());
    for name in names {
        en.push(name.en);
        de.push(name.de);
    }
    Bilingual::new(en.join(", "), de.join(", "))
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
