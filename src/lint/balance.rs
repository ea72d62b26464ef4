//! BAL: whether a fortnight holds every pattern, and both sides of what can tip.

use super::context::LintContext;
use super::facts::{ItemFacts, ProgramFacts, UnitFacts, WeekFacts};
use super::{Code, Finding};
use crate::domain::{
    CatalogueKind, Category, Contraindication, Goal, ItemField, Pattern, PlanEdit, Prescription,
    SectionKind,
};

/// The patterns a full-body plan must hold.
pub const ESSENTIAL: [Pattern; 6] = [
    Pattern::Squat,
    Pattern::Hinge,
    Pattern::HPush,
    Pattern::VPush,
    Pattern::HPull,
    Pattern::VPull,
];

/// BAL006.
pub(super) fn unit(facts: &UnitFacts<'_>, out: &mut Vec<Finding>) {
    for item in facts.working() {
        let one_sided = item.exercise.is_some_and(|exercise| exercise.unilateral);
        let counted = item.reps.is_some() || item.prescription().set_count().is_some();
        if one_sided && counted && !item.prescription().per_side {
            let prescription = Prescription { per_side: true, ..item.prescription().clone() };
            let edit = PlanEdit::SetItem {
                item: item.item.id.clone(),
                field: ItemField::Prescription(Box::new(prescription)),
            };
            out.push(facts.item_finding(item, Code::Bal006).mend([edit]));
        }
    }
}

/// BAL005.
pub(super) fn week(facts: &WeekFacts<'_>, out: &mut Vec<Finding>) {
    let strength: Vec<&UnitFacts<'_>> =
        facts.units.iter().filter(|unit| unit.is_strength()).collect();
    let trunk = |item: &ItemFacts<'_>| {
        item.exercise.is_some_and(|found| found.patterns.iter().any(|pattern| is_trunk(*pattern)))
    };
    if !strength.is_empty() && !facts.units.iter().flat_map(UnitFacts::working).any(trunk) {
        out.push(facts.finding(Code::Bal005));
    }
}

/// Whether a pattern works the trunk.
#[must_use]
pub const fn is_trunk(pattern: Pattern) -> bool {
    matches!(
        pattern,
        Pattern::Carry
            | Pattern::CoreAntiExtension
            | Pattern::CoreAntiRotation
            | Pattern::CoreAntiLateral
            | Pattern::CoreFlexion
            | Pattern::Rotation
    )
}

/// BAL001–BAL004, over each pair of weeks; every rule speaks once.
pub(super) fn program(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    games(facts, out);
    if facts.weeks.len() < 2 || context.subject().goal.is_none_or(|goal| goal == Goal::Endurance) {
        return;
    }
    let mut spoken: Vec<(Code, Option<Pattern>)> = Vec::new();
    for pair in facts.weeks.chunks_exact(2) {
        let items: Vec<&ItemFacts<'_>> = pair
            .iter()
            .flat_map(|week| &week.units)
            .flat_map(UnitFacts::working)
            .filter(|item| item.is_strength())
            .collect();
        let Some(week) = pair.first().filter(|_| !items.is_empty()) else { continue };
        for (code, pattern, finding) in fortnight(week, &items, context) {
            if !spoken.contains(&(code, pattern)) {
                spoken.push((code, pattern));
                out.push(finding);
            }
        }
    }
}

fn fortnight(
    week: &WeekFacts<'_>,
    items: &[&ItemFacts<'_>],
    context: &LintContext<'_>,
) -> Vec<(Code, Option<Pattern>, Finding)> {
    let mut found = Vec::new();
    let sets = |patterns: &[Pattern]| -> f32 {
        items
            .iter()
            .filter(|item| item.pattern().is_some_and(|pattern| patterns.contains(&pattern)))
            .map(|item| f32::from(item.sets))
            .sum()
    };
    for pattern in ESSENTIAL {
        let there = items
            .iter()
            .any(|item| item.exercise.is_some_and(|exercise| exercise.patterns.contains(&pattern)));
        if !there && context.can_move(pattern) {
            let name = context.library().catalogues().name(CatalogueKind::Patterns, pattern.id());
            found.push((Code::Bal001, Some(pattern), week.finding(Code::Bal001).with("p", name)));
        }
    }
    let mut ratio = |code: Code, one: f32, other: f32, least: f32, most: f32| {
        if one + other > 0.0 && !(least..=most).contains(&(one / other.max(0.5))) {
            found.push((code, None, week.finding(code).with("one", one).with("other", other)));
        }
    };
    let push = sets(&[Pattern::HPush, Pattern::VPush]);
    let pull = sets(&[Pattern::HPull, Pattern::VPull]);
    ratio(Code::Bal002, push, pull, 0.5, 1.5);
    let knee = sets(&[Pattern::Squat, Pattern::Lunge]);
    let hip = sets(&[Pattern::Hinge]);
    let spared = context.subject().injuries.iter().any(|tag| {
        matches!(tag, Contraindication::Knee | Contraindication::LowBack | Contraindication::Hip)
    });
    if !spared {
        ratio(Code::Bal003, knee, hip, 0.5, 2.5);
    }
    let one_leg = items.iter().any(|item| {
        item.exercise.is_some_and(|exercise| {
            exercise.patterns.contains(&Pattern::Lunge)
                || (exercise.unilateral
                    && matches!(item.pattern(), Some(Pattern::Squat | Pattern::Hinge)))
        })
    });
    if !one_leg && context.can_move(Pattern::Lunge) {
        found.push((Code::Bal004, None, week.finding(Code::Bal004)));
    }
    found
}

/// BAL007: three units in a row with more play than practice.
fn games(facts: &ProgramFacts<'_>, out: &mut Vec<Finding>) {
    let mut run = 0;
    for unit in facts.units() {
        run = if mostly_play(unit) { run + 1 } else { 0 };
        if run == 3 {
            out.push(unit.finding(Code::Bal007));
        }
    }
}

fn mostly_play(facts: &UnitFacts<'_>) -> bool {
    let (mut play, mut all) = (0, 0);
    for item in facts.working() {
        let minutes = item.item.minutes.unwrap_or(0);
        all += minutes;
        let is_game = item.section.kind == SectionKind::Game
            || item.exercise.is_some_and(|exercise| exercise.category == Category::Game);
        play += if is_game { minutes } else { 0 };
    }
    play * 2 > all && all > 0
}
