//! ORD: what comes before what in a unit.

use super::balance::is_trunk;
use super::facts::{ItemFacts, UnitFacts};
use super::{Code, Finding};
use crate::domain::{Category, Mechanic, Pattern, PlanEdit, Scheme, SectionKind, SetType, Work};

/// Rules over one unit. Circuits and streams have no single order and are not judged.
pub(super) fn unit(facts: &UnitFacts<'_>, out: &mut Vec<Finding>) {
    let working: Vec<&ItemFacts<'_>> = facts
        .working()
        .filter(|item| item.section.stream == 0 && item.section.format.is_none())
        .collect();
    for (at, item) in working.iter().enumerate() {
        let later = working.get(at + 1..).unwrap_or_default();
        isolation_first(facts, item, later, out);
        trunk_first(facts, item, later, out);
        lighter_first(facts, item, later, out);
    }
    late_technique(facts, &working, out);
    late_power(facts, &working, out);
    static_stretch(facts, out);
}

/// The edit that puts `item` behind `other`, where both stand in one section.
fn behind(item: &ItemFacts<'_>, other: &ItemFacts<'_>) -> Option<PlanEdit> {
    (item.at.0 == other.at.0).then(|| PlanEdit::MoveItem {
        item: item.item.id.clone(),
        section: item.section.id.clone(),
        at: other.at.1,
    })
}

/// ORD001.
fn isolation_first(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    later: &[&ItemFacts<'_>],
    out: &mut Vec<Finding>,
) {
    let Some(exercise) = item.exercise else { return };
    if exercise.mechanic != Some(Mechanic::Isolation) || !item.is_strength() || item.hard == 0.0 {
        return;
    }
    let same_muscle = |other: &&&ItemFacts<'_>| {
        other.is_compound()
            && other.is_strength()
            && other.exercise.is_some_and(|found| {
                exercise.primary.iter().any(|muscle| found.primary.contains(muscle))
            })
    };
    if let Some(compound) = later.iter().rfind(same_muscle) {
        out.push(facts.item_finding(item, Code::Ord001).mend(behind(item, compound)));
    }
}

/// ORD002.
fn trunk_first(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    later: &[&ItemFacts<'_>],
    out: &mut Vec<Finding>,
) {
    if !item.pattern().is_some_and(is_trunk) || item.pattern() == Some(Pattern::Carry) {
        return;
    }
    let heavy = |other: &&&ItemFacts<'_>| {
        matches!(other.pattern(), Some(Pattern::Squat | Pattern::Hinge))
            && other.pct.is_some_and(|pct| pct >= 75.0)
    };
    if let Some(lift) = later.iter().rfind(heavy) {
        out.push(facts.item_finding(item, Code::Ord002).mend(behind(item, lift)));
    }
}

/// ORD006.
fn lighter_first(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    later: &[&ItemFacts<'_>],
    out: &mut Vec<Finding>,
) {
    const POINTS: f64 = 8.0;
    let (Some(pct), true) = (item.pct, item.is_compound()) else { return };
    let ballistic = matches!(item.pattern(), Some(Pattern::Jump | Pattern::Olympic))
        || item.prescription().set_type == SetType::Speed;
    let heavier = |other: &&&ItemFacts<'_>| {
        other.is_compound()
            && other.item.exercise != item.item.exercise
            && other.pct.is_some_and(|other| other > pct + POINTS)
    };
    if let (false, Some(other)) = (ballistic, later.iter().rfind(heavier)) {
        out.push(facts.item_finding(item, Code::Ord006).mend(behind(item, other)));
    }
}

/// ORD003.
fn late_technique(facts: &UnitFacts<'_>, working: &[&ItemFacts<'_>], out: &mut Vec<Finding>) {
    let tires = |item: &ItemFacts<'_>| {
        matches!(item.section.kind, SectionKind::Conditioning | SectionKind::Sparring)
            || item.exercise.is_some_and(|found| found.category == Category::Conditioning)
    };
    let fresh = |item: &ItemFacts<'_>| {
        item.section.kind == SectionKind::Skill
            || (item.pattern() == Some(Pattern::Technique)
                && !matches!(
                    item.section.kind,
                    SectionKind::Game | SectionKind::Sparring | SectionKind::Conditioning
                ))
    };
    let mut tired = false;
    for item in working {
        if tired && fresh(item) {
            out.push(facts.item_finding(item, Code::Ord003));
            return;
        }
        tired |= tires(item);
    }
}

/// ORD004.
fn late_power(facts: &UnitFacts<'_>, working: &[&ItemFacts<'_>], out: &mut Vec<Finding>) {
    let explosive = |item: &ItemFacts<'_>| {
        item.exercise.is_some_and(|found| found.category == Category::Power)
            && !matches!(item.section.kind, SectionKind::Conditioning | SectionKind::Game)
    };
    let first_other = working.iter().position(|item| !explosive(item));
    for (at, item) in working.iter().enumerate() {
        if at >= 2 && explosive(item) && first_other.is_some_and(|first| first < at) {
            let edit = PlanEdit::MoveItem {
                item: item.item.id.clone(),
                section: item.section.id.clone(),
                at: 0,
            };
            out.push(facts.item_finding(item, Code::Ord004).mend([edit]));
        }
    }
}

/// ORD005 (from memory of Behm's reviews: held for a minute or longer it costs power).
fn static_stretch(facts: &UnitFacts<'_>, out: &mut Vec<Finding>) {
    let held = |item: &ItemFacts<'_>| {
        item.exercise.is_some_and(|found| found.category == Category::Mobility)
            && matches!(
                &item.prescription().scheme,
                Scheme::Sets { sets: Some(_), work: Work::Seconds(span) } if span.min >= 60
            )
    };
    for pair in facts.items.windows(2) {
        let [before, after] = pair else { continue };
        if held(before) && after.works() && after.is_strength() {
            out.push(facts.item_finding(before, Code::Ord005));
        }
    }
}
