//! A circuit of stations for groups that come to get fit: as many stations as people can share
//! four at a time, on the clock, neighbours working different parts of the body
//! (`docs/planner.md` §2.10; stations = size / 3–4, 40 s : 20 s, two to three rounds).

use std::collections::BTreeSet;
use std::sync::Arc;

use super::choose::Chooser;
use super::draft::{DrillDraft, RotationDraft};
use super::history::History;
use super::pool::{Pool, available};
use super::station::TURN;
use super::suit::Chosen;
use crate::domain::{CatalogueKind, EquipmentId, Exercise, GroupProfile, Message, Pattern};
use crate::library::Library;
use crate::planner::athlete::standing;
use crate::planner::identity::mix;
use crate::training::CHANGE_S;

/// Most people at a station.
const MOST_AT_ONE: u16 = 4;
/// A circuit of fewer stations is none.
const FEWEST: u16 = 4;
/// More stations than this nobody remembers.
const MOST: u16 = 12;
/// Seconds of work, the shortest first.
const WORK_S: [u32; 3] = [30, 40, 45];
/// Seconds to change, for all and for those who need longer.
const PAUSE_S: u32 = 20;
const LONG_PAUSE_S: u32 = 30;
/// Age from which the longer change is planned.
const OLDER: u8 = 60;

/// Whether the group comes to get fit: a strength style, or grown-ups without one.
pub(super) fn is_for(profile: &GroupProfile, library: &Library, youngest: Option<u8>) -> bool {
    const GROWN: u8 = 16;
    const PLAYS: [&str; 4] = ["team_sport", "competition", "family", "women_sd"];
    let Some(style) = &profile.style else {
        let plays = PLAYS.contains(&profile.target_group.as_str());
        return youngest.is_some_and(|age| age >= GROWN) && !plays;
    };
    let family = library.catalogues().entry(CatalogueKind::StyleDirections, style.as_str());
    family.and_then(|entry| entry.facts.get("family")).is_some_and(|family| family == "strength")
        && youngest.is_none_or(|age| age >= 12)
}

/// Fills a part with stations; `None` where there is too little time or too little to do.
pub(super) fn fill(
    chooser: &Chooser<'_>,
    pool: &Pool<'_>,
    part: (u16, u16),
    at: (usize, i64),
    history: &mut History<'_>,
    chosen: &mut Chosen,
) -> Option<(Vec<DrillDraft>, RotationDraft)> {
    let (minutes, people) = part;
    let (unit, day) = at;
    let pause_s = match chooser.youngest {
        Some(age) if age >= OLDER => LONG_PAUSE_S,
        _ => PAUSE_S,
    };
    let (stations, rotation) = lay_out(minutes, people, pause_s, pool.strength.len())?;
    let each = people.div_ceil(stations);
    let there = available(chooser.profile, chooser.library);
    let ready: Vec<&Arc<Exercise>> = pool
        .strength
        .iter()
        .copied()
        .filter(|exercise| enough_for(exercise, each, chooser.profile, &there))
        .collect();
    let mut drills: Vec<DrillDraft> = Vec::new();
    for turn in TURN.iter().cycle().skip(unit % 2 * 4).take(usize::from(stations) * 3) {
        if drills.len() == usize::from(stations) {
            break;
        }
        let taken = |exercise: &Exercise| drills.iter().any(|it| it.exercise.id == exercise.id);
        let beside = drills.last().and_then(|drill| drill.exercise.patterns.first());
        let open: Vec<&Arc<Exercise>> = ready
            .iter()
            .copied()
            .filter(|exercise| !taken(exercise) && exercise.patterns.first() != beside)
            .collect();
        let Some((exercise, of)) = best(chooser, turn, &open, history, day) else { continue };
        let reasons = vec![
            Message::new("reason-station")
                .with("pattern", pattern_name(chooser.library, exercise))
                .with("n", of)
                .with("all", pool.all),
        ];
        drills.push(DrillDraft { exercise: Arc::clone(exercise), minutes: 0, reasons });
    }
    if drills.len() < usize::from(FEWEST) || drills.len() * usize::from(MOST_AT_ONE) < people.into()
    {
        return None;
    }
    let share = (minutes / u16::try_from(drills.len()).unwrap_or(1).max(1)).max(1);
    for drill in &drills {
        history.record(&drill.exercise, unit, day, share);
        chosen.take(&drill.exercise);
    }
    Some((drills, rotation))
}

/// Stations, rounds and seconds that fill the minutes best; about eight stations and three rounds
/// where there is a choice.
fn lay_out(minutes: u16, people: u16, pause_s: u32, ready: usize) -> Option<(u16, RotationDraft)> {
    let ready = u16::try_from(ready).unwrap_or(u16::MAX);
    let least = people.div_ceil(MOST_AT_ONE).max(FEWEST);
    let most = MOST.max(least).min(ready);
    let budget = f32::from(minutes) * 60.0;
    let mut best: Option<(f32, u16, RotationDraft)> = None;
    for stations in least..=most {
        for rounds in 1..=4_u16 {
            for work_s in WORK_S {
                let round = u32::from(stations) * (work_s + pause_s);
                let seconds = f32::from(rounds) * round as f32 + CHANGE_S;
                if seconds > budget {
                    continue;
                }
                let unusual =
                    30.0 * f32::from(stations.abs_diff(8)) + 60.0 * f32::from(rounds.abs_diff(3));
                let worth = seconds - unusual;
                if best.is_none_or(|(most, ..)| worth > most) {
                    best = Some((worth, stations, RotationDraft { rounds, work_s, pause_s }));
                }
            }
        }
    }
    best.map(|(_, stations, rotation)| (stations, rotation))
}

/// The best known exercise of a part of the body that was not just done; equal ones by the seed.
fn best<'p>(
    chooser: &Chooser<'_>,
    turn: &[Pattern],
    open: &[&'p Arc<Exercise>],
    history: &History<'_>,
    day: i64,
) -> Option<(&'p Arc<Exercise>, usize)> {
    /// As good for any coach; standings are at most 1.
    const AS_GOOD: f32 = 0.1;
    let scored: Vec<(&Arc<Exercise>, f32)> = open
        .iter()
        .filter_map(|exercise| {
            let pattern = exercise.patterns.first().filter(|own| turn.contains(own))?;
            let known = standing(*pattern, exercise.id.as_str());
            // twice in a row to get used to it, then something else has its turn
            let tired = match (history.times(exercise), history.since(exercise, day)) {
                (times, Some(0..=8)) if times >= 2 => 0.6,
                (_, Some(0..=2)) => 0.3,
                _ => 0.0,
            };
            Some((*exercise, known - tired))
        })
        .collect();
    let most = scored.iter().map(|(_, score)| *score).reduce(f32::max)?;
    let of = scored.len();
    let equal = if chooser.seed == 0 { 0.0 } else { AS_GOOD };
    let best = scored.into_iter().filter(|(_, score)| *score >= most - equal);
    let best = if chooser.seed == 0 {
        best.map(|(exercise, _)| exercise).next()
    } else {
        best.map(|(exercise, _)| exercise)
            .min_by_key(|exercise| mix(chooser.seed, exercise.id.as_str()))
    };
    best.map(|exercise| (exercise, of))
}

/// Whether as many have something in their hands as stand at a station. What a gym has once is
/// shared only where somebody counted it.
fn enough_for(
    exercise: &Exercise,
    each: u16,
    profile: &GroupProfile,
    there: &BTreeSet<EquipmentId>,
) -> bool {
    let counted = |thing: &EquipmentId| profile.devices.get(thing);
    let sets = exercise.equipment.iter().filter(|set| set.iter().all(|it| there.contains(it)));
    // the linter looks at the first way that is there
    let first = sets.into_iter().next();
    match first {
        None => exercise.equipment.is_empty(),
        Some(set) => set.iter().all(|thing| counted(thing).is_none_or(|count| *count >= each)),
    }
}

fn pattern_name(library: &Library, exercise: &Exercise) -> crate::domain::Bilingual {
    let pattern = exercise.patterns.first().map_or("", |pattern| pattern.id());
    library.catalogues().name(CatalogueKind::Patterns, pattern)
}
