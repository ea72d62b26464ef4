//! VOL: hard sets per muscle in a week, a unit and an exercise.

use super::bands::{MOST_PER_UNIT, Region, Tally, weekly};
use super::context::LintContext;
use super::facts::{ProgramFacts, UnitFacts, WeekFacts};
use super::{Code, Finding, Severity};
use crate::domain::{Bilingual, CatalogueKind, Level, WeekPhase};

/// Hard sets per region in one unit.
pub(super) fn tally(facts: &UnitFacts<'_>) -> Tally {
    let mut tally = Tally::default();
    for item in facts.working().filter(|item| item.hard > 0.0) {
        if let Some(exercise) = item.exercise {
            tally.add(exercise, item.hard);
        }
    }
    tally
}

/// Hard sets of one unit.
pub(super) fn hard_sets(facts: &UnitFacts<'_>) -> f32 {
    facts.working().map(|item| item.hard).sum()
}

fn name(region: Region, context: &LintContext<'_>) -> Bilingual {
    context.library().catalogues().name(CatalogueKind::Muscles, region.muscle().id())
}

/// VOL004, VOL006, VOL007.
pub(super) fn unit(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    for (region, sets) in tally(facts).iter() {
        if sets > MOST_PER_UNIT && region.is_major() {
            let finding = facts.finding(Code::Vol004).with("muscle", name(region, context));
            out.push(finding.with("sets", sets));
        }
    }
    for item in facts.working().filter(|item| item.is_strength()) {
        let most = if item.pct.is_some() { 10 } else { 8 };
        if item.sets > most {
            out.push(facts.item_finding(item, Code::Vol006).with("sets", item.sets));
        }
    }
    let most = match context.subject().level {
        Some(Level::Beginner) => 18.0,
        Some(Level::Intermediate) => 25.0,
        Some(Level::Advanced | Level::Elite) => 30.0,
        None => return,
    };
    let hard = hard_sets(facts);
    if hard > most {
        out.push(facts.finding(Code::Vol007).with("sets", hard).with("most", most));
    }
}

/// VOL001–VOL003. Weeks that are meant to be light are not judged.
pub(super) fn week(facts: &WeekFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    let subject = context.subject();
    let (Some(goal), Some(level)) = (subject.goal, subject.level) else { return };
    if !matches!(facts.week.phase, WeekPhase::Build | WeekPhase::Peak) {
        return;
    }
    let tallies: Vec<Tally> = facts.units.iter().map(tally).collect();
    let mut all = Tally::default();
    for tally in &tallies {
        all.join(tally);
    }
    for (region, sets) in all.iter() {
        let (low, high) = weekly(goal, level, region);
        let finding =
            |code| facts.finding(code).with("muscle", name(region, context)).with("sets", sets);
        if region.is_major() && sets < low && context.can_train(region) {
            out.push(finding(Code::Vol001).with("low", low));
        }
        if sets > high {
            let severity = if sets > high * 1.3 { Severity::Error } else { Severity::Warn };
            out.push(finding(Code::Vol002).at(severity).with("high", high));
        }
        let days = tallies.iter().filter(|tally| tally.of(region) >= 1.0).count();
        if region.is_major() && days == 1 && facts.units.len() >= 2 {
            let severity = if sets <= 6.0 { Severity::Info } else { Severity::Warn };
            out.push(finding(Code::Vol003).at(severity));
        }
    }
}

/// VOL001 as an error: a large muscle without any set for two weeks; and VOL005.
pub(super) fn program(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    neglected(facts, context, out);
    if context.subject().goal.is_none() {
        return;
    }
    let weeks: Vec<Tally> = facts
        .weeks
        .iter()
        .map(|week| {
            let mut all = Tally::default();
            for unit in &week.units {
                all.join(&tally(unit));
            }
            all
        })
        .collect();
    let judged =
        |at: usize| facts.weeks.get(at).is_some_and(|week| week.week.phase == WeekPhase::Build);
    for region in Region::ALL.into_iter().filter(|region| region.is_major()) {
        if !context.can_train(region) {
            continue;
        }
        let none = |at: usize| {
            weeks.get(at).is_some_and(|tally| tally.of(region) == 0.0)
                && facts.weeks.get(at).is_some_and(|week| !is_touched(week, region))
        };
        let found =
            (1..weeks.len()).find(|at| judged(*at) && judged(at - 1) && none(*at) && none(at - 1));
        if let Some(week) = found.and_then(|at| facts.weeks.get(at)) {
            let finding = week.finding(Code::Vol001).at(Severity::Error);
            out.push(finding.with("muscle", name(region, context)).with("sets", 0));
        }
    }
}

/// Whether anything works the region as a primary one, even what is not counted in hard sets:
/// jumps, carries, climbing.
fn is_touched(week: &WeekFacts<'_>, region: Region) -> bool {
    week.units.iter().flat_map(UnitFacts::working).any(|item| {
        item.exercise.is_some_and(|exercise| {
            exercise.primary.iter().any(|muscle| Region::of(*muscle) == Some(region))
        })
    })
}

/// VOL005, for groups: a skill that matters most is not touched for two weeks.
fn neglected(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    let target = &context.subject().skills;
    let most = target.values().copied().fold(0.0, f32::max);
    let touched = |week: &WeekFacts<'_>, skill| {
        week.units
            .iter()
            .flat_map(|unit| &unit.items)
            .any(|item| item.exercise.is_some_and(|exercise| exercise.skills.contains_key(skill)))
    };
    for (skill, weight) in target.iter().filter(|(_, weight)| **weight > 0.0) {
        let missed = facts
            .weeks
            .windows(2)
            .find(|pair| *weight >= 0.8 * most && pair.iter().all(|week| !touched(week, skill)));
        if let Some([week, _]) = missed {
            let name = context.library().catalogues().name(CatalogueKind::Skills, skill.as_str());
            out.push(week.finding(Code::Vol005).with("focus", name));
        }
    }
}
