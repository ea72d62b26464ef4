//! PRG: whether something gets harder, and what happens when it does not.

use std::collections::BTreeMap;

use super::context::LintContext;
use super::facts::{ItemFacts, ProgramFacts, UnitFacts, WeekFacts};
use super::{Code, Finding};
use crate::domain::{ItemField, Level, PlanEdit, Progression, ProgressionKind, SetType, WeekPhase};

/// PRG002, PRG004.
pub(super) fn unit(facts: &UnitFacts<'_>, out: &mut Vec<Finding>) {
    for item in facts.working() {
        let Some(rule) = &item.item.progression else { continue };
        let lifts = item.is_compound()
            && item.exercise.is_some_and(|exercise| exercise.increment_kg.is_some());
        let adds_load = matches!(
            rule.kind,
            ProgressionKind::Linear
                | ProgressionKind::Double
                | ProgressionKind::Triple
                | ProgressionKind::Percent
                | ProgressionKind::Amrap
                | ProgressionKind::Stage
        );
        if lifts && adds_load && rule.misses.is_none() {
            let mended = Progression { misses: Some(3), back_off_pct: 10.0, ..rule.clone() };
            out.push(facts.item_finding(item, Code::Prg002).mend([set(item, mended)]));
        }
        if let (ProgressionKind::Double, Some(range), Some(reps)) =
            (rule.kind, rule.reps, item.reps)
            && (reps.max < range.min || reps.min > range.max)
        {
            let mended = Progression { reps: Some(reps), ..rule.clone() };
            out.push(facts.item_finding(item, Code::Prg004).mend([set(item, mended)]));
        }
    }
}

fn set(item: &ItemFacts<'_>, rule: Progression) -> PlanEdit {
    PlanEdit::SetItem { item: item.item.id.clone(), field: ItemField::Progression(Some(rule)) }
}

/// PRG001, PRG003, PRG005, PRG006.
pub(super) fn program(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    stalls(facts, out);
    style(facts, context, out);
    restless(facts, out);
    tests(facts, out);
}

/// What an exercise asks for in one week.
struct Exposure {
    load: Option<f64>,
    work: f64,
    rir: Option<f64>,
    rule: bool,
    hardest: (usize, usize),
}

/// PRG001: over four weeks and more neither a rule nor a trend.
fn stalls(facts: &ProgramFacts<'_>, out: &mut Vec<Finding>) {
    const WEEKS: usize = 4;
    let mut lifts: BTreeMap<usize, Vec<Exposure>> = BTreeMap::new();
    for (week_at, week) in facts.weeks.iter().enumerate() {
        if week.week.phase == WeekPhase::Deload {
            continue;
        }
        let mut once: Vec<usize> = Vec::new();
        for (unit_at, unit) in week.units.iter().enumerate() {
            for item in main_lifts(unit) {
                let Some(place) = item.place else { continue };
                if once.contains(&place) {
                    continue;
                }
                once.push(place);
                let reps = item.reps.map_or(1.0, |reps| f64::from(reps.max));
                lifts.entry(place).or_default().push(Exposure {
                    load: item.kg.or(item.pct),
                    work: reps * f64::from(item.sets),
                    rir: item.rir,
                    rule: item
                        .item
                        .progression
                        .as_ref()
                        .is_some_and(|rule| rule.kind != ProgressionKind::None),
                    hardest: (week_at, unit_at),
                });
            }
        }
    }
    for exposures in lifts.values() {
        let (Some(first), Some(last)) = (exposures.first(), exposures.last()) else { continue };
        if exposures.len() < WEEKS || exposures.iter().any(|exposure| exposure.rule) {
            continue;
        }
        let up = |one: Option<f64>, other: Option<f64>| match (one, other) {
            (Some(one), Some(other)) if one > 0.0 => other / one - 1.0,
            _ => 0.0,
        };
        let closer = match (first.rir, last.rir) {
            (Some(first), Some(last)) => first - last,
            _ => 0.0,
        };
        let trend = up(first.load, last.load) >= 0.015
            || up(Some(first.work), Some(last.work)) >= 0.05
            || closer >= 0.7;
        let (week, unit) = last.hardest;
        let unit = facts.weeks.get(week).and_then(|week| week.units.get(unit));
        if let Some(unit) = unit.filter(|_| !trend) {
            out.push(unit.finding(Code::Prg001));
        }
    }
}

/// The first two compound lifts of a unit.
fn main_lifts<'u, 'a>(unit: &'u UnitFacts<'a>) -> impl Iterator<Item = &'u ItemFacts<'a>> {
    unit.working().filter(|item| item.is_compound() && item.is_strength()).take(2)
}

/// PRG003.
fn style(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    let Some(level) = context.subject().level else { return };
    let odd = |item: &&ItemFacts<'_>| {
        let kind = item.item.progression.as_ref().map(|rule| rule.kind);
        match level {
            Level::Beginner => {
                item.prescription().rpe.is_some()
                    || matches!(kind, Some(ProgressionKind::Percent | ProgressionKind::Rpe))
            }
            Level::Advanced | Level::Elite => kind == Some(ProgressionKind::Linear),
            Level::Intermediate => false,
        }
    };
    let lifts: Vec<&ItemFacts<'_>> = facts.units().flat_map(main_lifts).collect();
    if lifts.iter().filter(|item| odd(item)).count() * 2 > lifts.len() {
        out.push(Finding::new(Code::Prg003));
    }
}

/// PRG005.
fn restless(facts: &ProgramFacts<'_>, out: &mut Vec<Finding>) {
    let lifts = |week: &WeekFacts<'_>| -> Vec<usize> {
        week.units.iter().flat_map(main_lifts).filter_map(|item| item.place).collect()
    };
    let sets: Vec<Vec<usize>> = facts.weeks.iter().map(lifts).collect();
    let (mut changed, mut all) = (0, 0);
    for window in sets.windows(3) {
        // rotations over a fortnight (A/B weeks) are no restlessness
        let [two_before, before, now] = window else { continue };
        all += now.len();
        changed += now.iter().filter(|id| !before.contains(id) && !two_before.contains(id)).count();
    }
    if all > 0 && changed * 2 > all {
        out.push(Finding::new(Code::Prg005));
    }
}

/// PRG006: three to seven lighter days before maxima are measured.
fn tests(facts: &ProgramFacts<'_>, out: &mut Vec<Finding>) {
    let tested = |unit: &UnitFacts<'_>| {
        unit.items.iter().any(|item| item.prescription().set_type == SetType::Test)
    };
    let volume = |unit: &UnitFacts<'_>| -> f32 {
        unit.working().filter(|item| item.is_strength()).map(|item| f32::from(item.sets)).sum()
    };
    let usual = facts.units().map(volume).fold(0.0, f32::max);
    for unit in facts.units().filter(|unit| tested(unit)) {
        let before = facts
            .units()
            .filter(|other| (1..=7).contains(&(unit.day - other.day)) && !tested(other));
        let heavy = before.filter(|other| unit.day - other.day <= 3 || volume(other) > 0.0);
        if heavy.map(volume).any(|sets| sets > 0.75 * usual) {
            out.push(unit.finding(Code::Prg006));
            return;
        }
    }
}
