//! LOD: how demand changes from week to week and lies over the days of a week.

use std::collections::BTreeMap;

use super::bands::Region;
use super::context::LintContext;
use super::facts::{ItemFacts, ProgramFacts, UnitFacts, WeekFacts};
use super::volume::hard_sets;
use super::{Code, Finding, Severity};
use crate::domain::{CatalogueKind, Level, Pattern, Scheme, SectionKind, SetType, WeekPhase};
use crate::training;

/// LOD010.
pub(super) fn unit(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    let heavy = |pattern| {
        facts.working().any(|item| {
            item.pattern() == Some(pattern)
                && item.sets >= 3
                && item.pct.is_some_and(|pct| pct >= 80.0)
        })
    };
    if context.subject().level == Some(Level::Beginner)
        && heavy(Pattern::Squat)
        && heavy(Pattern::Hinge)
    {
        out.push(facts.finding(Code::Lod010));
    }
}

/// LOD006–LOD009.
pub(super) fn week(facts: &WeekFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    monotony(facts, out);
    for pair in facts.units.windows(2) {
        let [before, after] = pair else { continue };
        if after.day - before.day != 1 {
            continue;
        }
        consecutive(facts, before, after, context, out);
        if is_hard(before) && is_hard(after) {
            out.push(after.finding(Code::Lod009));
        }
    }
    let days = facts.units.iter().filter(|unit| hard_sets(unit) > 0.0 || is_hard(unit)).count();
    if days > 6 {
        out.push(facts.finding(Code::Lod008));
    }
}

/// LOD007.
fn consecutive(
    facts: &WeekFacts<'_>,
    before: &UnitFacts<'_>,
    after: &UnitFacts<'_>,
    context: &LintContext<'_>,
    out: &mut Vec<Finding>,
) {
    const MANY: f32 = 5.0;
    for region in Region::ALL.into_iter().filter(|region| region.is_major()) {
        if primary_sets(before, region) >= MANY && primary_sets(after, region) >= MANY {
            let name =
                context.library().catalogues().name(CatalogueKind::Muscles, region.muscle().id());
            out.push(
                Finding { path: after.finding(Code::Lod007).path, ..facts.finding(Code::Lod007) }
                    .with("muscle", name),
            );
        }
    }
}

fn primary_sets(facts: &UnitFacts<'_>, region: Region) -> f32 {
    facts
        .working()
        .filter(|item| {
            item.exercise.is_some_and(|exercise| {
                exercise.primary.iter().any(|muscle| Region::of(*muscle) == Some(region))
            })
        })
        .map(|item| item.hard)
        .sum()
}

/// Sparring, intervals, or heavy work of the legs.
fn is_hard(facts: &UnitFacts<'_>) -> bool {
    facts.items.iter().any(|item| {
        let heavy_legs = matches!(item.pattern(), Some(Pattern::Squat | Pattern::Hinge))
            && item.sets >= 3
            && item.pct.is_some_and(|pct| pct >= 85.0);
        let intervals = item.section.kind == SectionKind::Conditioning
            && matches!(item.prescription().scheme, Scheme::Intervals { .. });
        item.section.kind == SectionKind::Sparring || heavy_legs || intervals
    })
}

/// Session load of one unit: minutes times perceived effort, 6 where no effort is given.
fn session_load(facts: &UnitFacts<'_>) -> f64 {
    let efforts: Vec<f64> =
        facts.working().filter_map(|item| item.rir).map(|rir| 10.0 - rir).collect();
    let effort =
        if efforts.is_empty() { 6.0 } else { efforts.iter().sum::<f64>() / efforts.len() as f64 };
    effort * f64::from(facts.minutes)
}

/// LOD006: mean of the daily loads over their spread (Foster; shown, never a forecast).
fn monotony(facts: &WeekFacts<'_>, out: &mut Vec<Finding>) {
    if facts.units.len() < 3 {
        return;
    }
    let mut days: BTreeMap<i64, f64> = BTreeMap::new();
    for unit in &facts.units {
        *days.entry(unit.day.rem_euclid(7)).or_default() += session_load(unit);
    }
    let mean = days.values().sum::<f64>() / 7.0;
    let rest = (7 - days.len().min(7)) as f64;
    let spread = days.values().map(|load| (load - mean).powi(2)).sum::<f64>() + rest * mean.powi(2);
    let deviation = (spread / 7.0).sqrt();
    if deviation > 0.0 && mean / deviation > 2.0 {
        out.push(facts.finding(Code::Lod006).with("r", round(mean / deviation)));
    }
}

fn round(ratio: f64) -> f64 {
    (ratio * 10.0).round() / 10.0
}

/// LOD001–LOD005.
pub(super) fn program(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    volume_jumps(facts, out);
    load_jumps(facts, context, out);
    no_deload(facts, context, out);
    spikes(facts, out);
}

fn sets_of(week: &WeekFacts<'_>) -> f32 {
    week.units.iter().map(hard_sets).sum()
}

/// LOD001 and LOD004.
fn volume_jumps(facts: &ProgramFacts<'_>, out: &mut Vec<Finding>) {
    const HAIR: f32 = 1e-4;
    let mut before: Option<&WeekFacts<'_>> = None;
    for week in &facts.weeks {
        let light = week.week.phase != WeekPhase::Build && week.week.phase != WeekPhase::Peak;
        if let Some(before) = before {
            let (old, new) = (all_sets(before), all_sets(week));
            if light && week.week.phase == WeekPhase::Deload {
                let share = if old > 0.0 { new / old } else { 0.0 };
                if share > 0.75 && load_share(before, week) > 0.9 {
                    out.push(week.finding(Code::Lod004));
                }
            } else if !light {
                let (old, new) = (sets_of(before), sets_of(week));
                let jump = if old > 0.0 { new / old - 1.0 } else { 0.0 };
                // five sets to six are a fifth, whatever floating point makes of it
                if jump > 0.2 + HAIR {
                    let far = jump > 0.5 + HAIR;
                    let severity = if far { Severity::Error } else { Severity::Warn };
                    let p = (jump * 100.0).round();
                    out.push(week.finding(Code::Lod001).at(severity).with("p", p));
                }
            }
        }
        if !light {
            before = Some(week);
        }
    }
}

/// Working sets of a week, hard or not: what a deload is measured by.
fn all_sets(week: &WeekFacts<'_>) -> f32 {
    week.units
        .iter()
        .flat_map(UnitFacts::working)
        .filter(|item| item.is_strength())
        .map(|item| f32::from(item.sets))
        .sum()
}

/// Mean load of the shared exercises of a week against another; repetitions in reserve stand in
/// where no load is given (one more in reserve is about 3 % less).
fn load_share(before: &WeekFacts<'_>, week: &WeekFacts<'_>) -> f64 {
    let read = |week: &WeekFacts<'_>| -> BTreeMap<usize, (Option<f64>, f64)> {
        week.units
            .iter()
            .flat_map(UnitFacts::working)
            .filter_map(|item| Some((item.place?, (item.kg.or(item.pct), item.rir.unwrap_or(2.0)))))
            .collect()
    };
    let (old, new) = (read(before), read(week));
    let ratios: Vec<f64> = new
        .iter()
        .filter_map(|(id, (load, rir))| {
            let (load_before, rir_before) = old.get(id)?;
            Some(match (load_before, load) {
                (Some(before), Some(load)) if *before > 0.0 => load / before,
                _ => 1.0 - 0.06 * (rir - rir_before),
            })
        })
        .collect();
    if ratios.is_empty() { 1.0 } else { ratios.iter().sum::<f64>() / ratios.len() as f64 }
}

/// LOD002: against the best of the last three exposures, so that waves and rotations pass. What is
/// heavier because it is done for fewer repetitions is no jump: the chart says how much that is.
fn load_jumps(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    const WINDOW: usize = 3;
    let mut seen: BTreeMap<usize, Vec<(f64, u16)>> = BTreeMap::new();
    let beginner = context.subject().level == Some(Level::Beginner);
    for unit in facts.units() {
        for item in unit.working().filter(|item| item.prescription().set_type != SetType::Test) {
            let (Some(place), Some((load, planned))) = (item.place, load_of(item)) else {
                continue;
            };
            let reps = item.reps.map_or(0, |reps| reps.max);
            let past = seen.entry(place).or_default();
            let recent = past.iter().rev().take(WINDOW);
            let best =
                recent.map(|(load, before)| load * lighter(*before, reps)).fold(0.0, f64::max);
            let (warn, error) = match (planned, beginner) {
                (true, true) => (0.15, 0.30),
                (true, false) => (0.075, 0.20),
                (false, _) => (0.05, 0.125),
            };
            let jump = if best > 0.0 { load / best - 1.0 } else { 0.0 };
            // a step of the smallest plates is always allowed
            let step = item
                .exercise
                .and_then(|found| found.increment_kg)
                .is_some_and(|step| item.kg.is_some() && load - best <= f64::from(step) * 1.01);
            if jump > warn && !step {
                let severity = if jump > error { Severity::Error } else { Severity::Warn };
                let finding = unit.item_finding(item, Code::Lod002).at(severity);
                out.push(finding.with("p", (jump * 100.0).round()));
            }
            past.push((load, reps));
        }
    }
}

/// How much more can be lifted for `now` repetitions than for `before`; 1 where they are not fewer.
fn lighter(before: u16, now: u16) -> f64 {
    if now == 0 || now >= before {
        return 1.0;
    }
    let share = |reps: u16| training::percent_of_max(f64::from(reps), 0.0);
    share(now) / share(before)
}

/// The load of an item, and whether it was planned from a best single.
fn load_of(item: &ItemFacts<'_>) -> Option<(f64, bool)> {
    match (item.kg, item.pct) {
        (Some(kg), pct) => Some((kg, pct.is_some())),
        (None, Some(pct)) => Some((pct, true)),
        (None, None) => None,
    }
}

/// LOD003, for people who lift.
fn no_deload(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    if context.subject().group == Some(true) {
        return;
    }
    if !matches!(
        context.subject().level,
        Some(Level::Intermediate | Level::Advanced | Level::Elite)
    ) {
        return;
    }
    let reacts = facts.units().flat_map(UnitFacts::working).any(|item| {
        item.is_compound()
            && item.item.progression.as_ref().is_some_and(|rule| rule.misses.is_some())
    });
    let (mut run, mut longest) = (0_u16, (0_u16, 0_usize));
    for week in &facts.weeks {
        run = if week.week.phase == WeekPhase::Build { run + 1 } else { 0 };
        if run > longest.0 {
            longest = (run, week.at);
        }
    }
    let severity = match longest.0 {
        9.. if !reacts => Severity::Warn,
        7.. => Severity::Info,
        _ => return,
    };
    if let Some(week) = facts.weeks.get(longest.1) {
        out.push(week.finding(Code::Lod003).at(severity).with("n", longest.0));
    }
}

/// LOD005: uncoupled ratio (Lolli 2019); a display, never a forecast of injury.
fn spikes(facts: &ProgramFacts<'_>, out: &mut Vec<Finding>) {
    const BEFORE: usize = 4;
    let loads: Vec<f64> =
        facts.weeks.iter().map(|week| week.units.iter().map(session_load).sum()).collect();
    for (at, window) in loads.windows(BEFORE + 1).enumerate() {
        let Some((now, before)) = window.split_last() else { continue };
        let mean = before.iter().sum::<f64>() / BEFORE as f64;
        if mean > 0.0
            && now / mean > 1.5
            && let Some(week) = facts.weeks.get(at + BEFORE)
        {
            out.push(week.finding(Code::Lod005).with("r", round(now / mean)));
        }
    }
}
