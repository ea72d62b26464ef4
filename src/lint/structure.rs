//! STR: whether a unit, week and program are whole and fit their time.

use std::collections::BTreeMap;

use super::context::LintContext;
use super::facts::{ItemFacts, ProgramFacts, UnitFacts, WeekFacts, working};
use super::{Code, Finding, Severity};
use crate::domain::{
    Format, Item, ItemField, Mechanic, Owner, PlanEdit, Prescription, Scheme, SectionKind, SetType,
    Span, SupersetTag, Unit,
};
use crate::training;

/// Rules over one unit.
pub(super) fn unit(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    content(facts, out);
    doubles(facts, out);
    unknown(facts, out);
    warm_up(facts, out);
    time(facts, context, out);
    size(facts, out);
    ids(facts, out);
    supersets(facts, out);
    shares(facts, context, out);
}

/// STR001, STR002.
fn content(facts: &UnitFacts<'_>, out: &mut Vec<Finding>) {
    if facts.working().next().is_none() {
        out.push(facts.finding(Code::Str001));
    }
    for (at, section) in facts.unit.sections.iter().enumerate() {
        if section.items.is_empty() && section.notes.is_empty() {
            let edit = PlanEdit::RemoveSection { section: section.id.clone() };
            out.push(facts.section_finding(at, Code::Str002).mend([edit]));
        }
    }
}

/// STR003: the sets of the second occurrence are put to the first.
fn doubles(facts: &UnitFacts<'_>, out: &mut Vec<Finding>) {
    let mut seen = BTreeMap::new();
    for item in facts.working() {
        let Some(place) = item.place else { continue };
        let stream = (item.section.phase, item.section.stream);
        let set_type = item.prescription().set_type;
        if let Some(first) = seen.insert((place, stream, set_type), item.item) {
            let finding = facts.item_finding(item, Code::Str003);
            let remove = PlanEdit::RemoveItem { item: item.item.id.clone() };
            out.push(match merged(first, item.item) {
                Some(prescription) => {
                    let field = ItemField::Prescription(Box::new(prescription));
                    finding.mend([PlanEdit::SetItem { item: first.id.clone(), field }, remove])
                }
                None => finding,
            });
        }
    }
}

/// The first prescription with the sets of both, where both count sets of the same work.
fn merged(first: &Item, second: &Item) -> Option<Prescription> {
    let (Scheme::Sets { sets: Some(one), work }, Scheme::Sets { sets: Some(two), work: other }) =
        (&first.prescription.scheme, &second.prescription.scheme)
    else {
        return None;
    };
    (work == other).then(|| Prescription {
        scheme: Scheme::Sets {
            sets: Some(Span { min: one.min + two.min, max: one.max + two.max }),
            work: work.clone(),
        },
        ..first.prescription.clone()
    })
}

/// STR004.
fn unknown(facts: &UnitFacts<'_>, out: &mut Vec<Finding>) {
    for item in &facts.items {
        if item.item.exercise.is_some() && item.exercise.is_none() {
            out.push(facts.item_finding(item, Code::Str004));
        }
    }
}

/// STR005.
fn warm_up(facts: &UnitFacts<'_>, out: &mut Vec<Finding>) {
    let warmed = facts.unit.sections.iter().any(|section| section.kind == SectionKind::Warmup)
        || facts.items.iter().any(|item| item.prescription().set_type == SetType::Warmup);
    let first = facts.working().find(|item| {
        item.is_strength()
            && item.exercise.and_then(|found| found.mechanic) == Some(Mechanic::Compound)
    });
    let Some(first) = first.filter(|_| !warmed) else { return };
    let loaded = first.kg.is_some()
        || first.pct.is_some()
        || first.exercise.is_some_and(|exercise| exercise.increment_kg.is_some());
    let few = first.reps.is_some_and(|reps| reps.min <= 8);
    if first.pct.is_some_and(|pct| pct >= 70.0) || (loaded && few) {
        out.push(facts.finding(Code::Str005));
    }
}

/// STR006, STR007.
fn time(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    let budget = facts.unit.minutes.or(context.subject().minutes);
    let Some(budget) = budget.map(f32::from).filter(|budget| *budget > 0.0) else { return };
    let share = facts.minutes / budget;
    let with_minutes =
        |finding: Finding| finding.with("minutes", facts.minutes.round()).with("budget", budget);
    if share > 1.2 {
        out.push(with_minutes(facts.finding(Code::Str006)).mend(shorter_rests(facts)));
    } else if share > 1.1 {
        let finding = facts.finding(Code::Str006).at(Severity::Warn);
        out.push(with_minutes(finding).mend(shorter_rests(facts)));
    } else if share < 0.6 && facts.working().next().is_some() {
        out.push(with_minutes(facts.finding(Code::Str007)));
    }
}

/// Rests of isolation work down to a minute: the cheapest time to win (Singer 2024).
fn shorter_rests(facts: &UnitFacts<'_>) -> Vec<PlanEdit> {
    const REST: u32 = 60;
    facts
        .working()
        .filter(|item| {
            item.exercise.is_some_and(|found| found.mechanic == Some(Mechanic::Isolation))
        })
        .filter(|item| item.prescription().rest.is_some_and(|rest| rest.max > REST))
        .map(|item| {
            let rest = Some(Span::exactly(REST));
            let prescription = Prescription { rest, ..item.prescription().clone() };
            PlanEdit::SetItem {
                item: item.item.id.clone(),
                field: ItemField::Prescription(Box::new(prescription)),
            }
        })
        .collect()
}

/// STR008. Easy endurance at the end is no exercise more to set up.
fn size(facts: &UnitFacts<'_>, out: &mut Vec<Finding>) {
    let set_up = |item: &&ItemFacts<'_>| item.section.kind != SectionKind::Conditioning;
    let count = facts.working().filter(set_up).count();
    if count == 0 || !facts.is_strength() {
        return;
    }
    let finding = || facts.finding(Code::Str008).with("n", count);
    if count > 10 {
        out.push(finding().at(Severity::Error));
    } else if !(2..=8).contains(&count) {
        out.push(finding());
    }
}

/// STR011: places follow from the list here, so what can break is an id used twice.
fn ids(facts: &UnitFacts<'_>, out: &mut Vec<Finding>) {
    let sections = facts.unit.sections.iter().map(|section| section.id.as_str());
    let items = facts.items.iter().map(|item| item.item.id.as_str());
    let mut all: Vec<&str> = sections.chain(items).collect();
    all.sort_unstable();
    if all.windows(2).any(|pair| matches!(pair, [one, other] if one == other)) {
        out.push(facts.finding(Code::Str011));
    }
}

/// STR012.
fn supersets(facts: &UnitFacts<'_>, out: &mut Vec<Finding>) {
    for (at, section) in facts.unit.sections.iter().enumerate() {
        let circuit = matches!(section.format, Some(Format::Circuit | Format::Stations));
        let mut members: BTreeMap<char, Vec<&Item>> = BTreeMap::new();
        for item in &section.items {
            if let Some(SupersetTag { letter, .. }) = item.superset {
                members.entry(letter).or_default().push(item);
            }
        }
        for items in members.into_values() {
            if items.len() == 1 || (items.len() > 4 && !circuit) {
                let ungroup = items.iter().map(|item| PlanEdit::SetItem {
                    item: item.id.clone(),
                    field: ItemField::Superset(None),
                });
                out.push(facts.section_finding(at, Code::Str012).mend(ungroup));
            }
        }
    }
}

/// STR009 and STR013: a group unit needs an end, and its parts a sound share of the time.
fn shares(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    if !is_group(facts.unit, context) || facts.working().next().is_none() {
        return;
    }
    let sections = &facts.unit.sections;
    let ends = |kind| matches!(kind, SectionKind::Cooldown | SectionKind::Closing);
    let long = facts.unit.minutes.map_or(facts.minutes, f32::from) >= 45.0;
    if long && !sections.iter().any(|section| ends(section.kind)) {
        out.push(facts.finding(Code::Str009));
        return;
    }
    let minutes = |wanted: &dyn Fn(SectionKind) -> bool| -> f32 {
        sections
            .iter()
            .filter(|section| wanted(section.kind) && section.stream == 0)
            .map(|section| training::section_minutes(section, context.library()))
            .sum()
    };
    let all = minutes(&|_| true);
    if all < 30.0 {
        return;
    }
    let warm = minutes(&|kind| kind == SectionKind::Warmup) / all;
    let body = minutes(&working) / all;
    let end = minutes(&ends) / all;
    if !(0.10..=0.27).contains(&warm) || body < 0.5 || !(0.05..=0.20).contains(&end) {
        out.push(facts.finding(Code::Str013));
    }
}

/// Whether the unit is held for people who train together.
pub(super) fn is_group(unit: &Unit, context: &LintContext<'_>) -> bool {
    matches!(unit.owner, Owner::Group(_)) || context.subject().group == Some(true)
}

/// STR010.
pub(super) fn week(facts: &WeekFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    let Some(days) = context.subject().days else { return };
    if !facts.units.is_empty() && facts.units.len() != usize::from(days) {
        out.push(facts.finding(Code::Str010).with("units", facts.units.len()).with("days", days));
    }
}

/// STR014, STR015.
pub(super) fn program(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    let last = facts.weeks.iter().map(|week| week.week.index).max().unwrap_or(0);
    let wanted = context.subject().weeks.unwrap_or(last).max(last);
    for index in 1..=wanted {
        match facts.weeks.iter().find(|week| week.week.index == index) {
            None => out.push(Finding::new(Code::Str014).with("week", index)),
            Some(week) if week.units.is_empty() => {
                out.push(week.finding(Code::Str014).with("week", index));
            }
            Some(_) => {}
        }
    }
    let mut run = 1;
    for pair in facts.weeks.windows(2) {
        let [before, after] = pair else { continue };
        run = if same(before, after) { run + 1 } else { 1 };
        if run == 5 {
            out.push(after.finding(Code::Str015));
        }
    }
}

/// Whether two weeks ask for the same work.
pub(super) fn same(one: &WeekFacts<'_>, other: &WeekFacts<'_>) -> bool {
    one.units.len() == other.units.len()
        && one.units.iter().zip(&other.units).all(|(one, other)| {
            one.items.len() == other.items.len()
                && one.items.iter().zip(&other.items).all(|(one, other)| {
                    one.item.exercise == other.item.exercise
                        && one.item.prescription == other.item.prescription
                })
        })
}
