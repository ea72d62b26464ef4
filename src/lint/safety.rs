//! SAF: injuries, level, age, mats, protection. planwright gives no treatment advice.

use super::context::LintContext;
use super::facts::{ItemFacts, UnitFacts};
use super::structure::is_group;
use super::substitute::replacement;
use super::{Code, Finding, Severity};
use crate::domain::{
    Category, Contraindication, EquipmentId, Exercise, ItemField, Level, Muscle, Pattern, PlanEdit,
    Prescription, Scheme, SetType, Span, Work,
};

/// Rules over one unit.
pub(super) fn unit(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    for item in &facts.items {
        let Some(exercise) = item.exercise else { continue };
        injuries(facts, item, exercise, context, out);
        above_level(facts, item, exercise, context, out);
        age(facts, item, exercise, context, out);
        youth_load(facts, item, exercise, context, out);
        near_limit(facts, item, context, out);
        protection(facts, item, exercise, context, out);
    }
    jumps(facts, context, out);
}

/// SAF001.
fn injuries(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    exercise: &Exercise,
    context: &LintContext<'_>,
    out: &mut Vec<Finding>,
) {
    if exercise.contra.iter().any(|tag| context.subject().injuries.contains(tag)) {
        let finding = facts.item_finding(item, Code::Saf001).with("exercise", &exercise.name);
        out.push(finding.mend(replacement(facts, item, context)));
    }
}

/// SAF002, for one person; groups have GRP002.
fn above_level(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    exercise: &Exercise,
    context: &LintContext<'_>,
    out: &mut Vec<Finding>,
) {
    let Some(level) = context.subject().level.filter(|_| !is_group(facts.unit, context)) else {
        return;
    };
    let severity = match exercise.level.rank().saturating_sub(level.rank()) {
        0 => return,
        1 => Severity::Warn,
        _ => Severity::Error,
    };
    let finding = facts.item_finding(item, Code::Saf002).at(severity);
    out.push(finding.with("exercise", &exercise.name).mend(replacement(facts, item, context)));
}

/// SAF003.
fn age(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    exercise: &Exercise,
    context: &LintContext<'_>,
    out: &mut Vec<Finding>,
) {
    if context.subject().youngest.is_some_and(|age| age < exercise.min_age) {
        let finding = facts.item_finding(item, Code::Saf003).with("exercise", &exercise.name);
        out.push(finding.with("age", exercise.min_age).mend(replacement(facts, item, context)));
    }
}

/// Fewest repetitions of a set under load at this age (ASCA 2007).
#[must_use]
pub const fn fewest_reps(age: u8) -> Option<u16> {
    match age {
        0..=8 => Some(15),
        9..=11 => Some(10),
        12..=14 => Some(8),
        15..=17 => Some(6),
        _ => None,
    }
}

/// SAF004.
fn youth_load(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    exercise: &Exercise,
    context: &LintContext<'_>,
    out: &mut Vec<Finding>,
) {
    let Some(age) = context.subject().youngest else { return };
    let Some(fewest) = fewest_reps(age) else { return };
    if exercise.category != Category::Strength {
        return;
    }
    let barbell = age <= 8
        && item.kg.is_some()
        && exercise.equipment.iter().flatten().any(|thing| thing.as_str() == "barbell");
    let few = item.reps.is_some_and(|reps| reps.min < fewest);
    if barbell || few {
        let finding = facts.item_finding(item, Code::Saf004).with("reps", fewest);
        out.push(finding.mend(more_reps(item, fewest)));
    }
}

fn more_reps(item: &ItemFacts<'_>, fewest: u16) -> Option<PlanEdit> {
    let Scheme::Sets { sets, work: Work::Reps { count, amrap } } = &item.prescription().scheme
    else {
        return None;
    };
    let count = Span { min: fewest, max: count.max.max(fewest) };
    let prescription = Prescription {
        scheme: Scheme::Sets { sets: *sets, work: Work::Reps { count, amrap: *amrap } },
        load: None,
        rir: Some(Span::exactly(3.0)),
        rpe: None,
        ..item.prescription().clone()
    };
    Some(set(item, prescription))
}

fn set(item: &ItemFacts<'_>, prescription: Prescription) -> PlanEdit {
    PlanEdit::SetItem {
        item: item.item.id.clone(),
        field: ItemField::Prescription(Box::new(prescription)),
    }
}

/// SAF005.
fn near_limit(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    context: &LintContext<'_>,
    out: &mut Vec<Finding>,
) {
    let big = matches!(item.pattern(), Some(Pattern::Squat | Pattern::Hinge | Pattern::HPush));
    if context.subject().level != Some(Level::Beginner) || !item.is_strength() {
        return;
    }
    let to_the_end = item.prescription().set_type == SetType::Amrap || item.rir == Some(0.0);
    let heavy = item.pct.is_some_and(|pct| pct > 85.0);
    if heavy || (big && item.is_compound() && to_the_end) {
        let rir = Some(Span::exactly(2.0));
        let set_type = SetType::Work;
        let prescription = Prescription { rir, rpe: None, set_type, ..item.prescription().clone() };
        let finding = facts.item_finding(item, Code::Saf005);
        out.push(if heavy { finding } else { finding.mend([set(item, prescription)]) });
    }
}

/// SAF006.
fn jumps(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    let most = match context.subject().level {
        Some(Level::Beginner) => 100,
        Some(Level::Intermediate) => 120,
        _ => 140,
    };
    let contacts: u32 = facts
        .working()
        .filter(|item| item.pattern() == Some(Pattern::Jump))
        .filter_map(|item| Some(u32::from(item.sets) * u32::from(item.reps?.max)))
        .sum();
    if contacts > most {
        out.push(facts.finding(Code::Saf006).with("n", contacts).with("most", most));
    }
}

/// SAF007, SAF008, SAF009.
fn protection(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    exercise: &Exercise,
    context: &LintContext<'_>,
    out: &mut Vec<Finding>,
) {
    let subject = context.subject();
    let there = |thing: &str| {
        subject.equipment.as_ref().is_none_or(|all| all.contains(&EquipmentId::from(thing)))
    };
    if needs_mats(exercise) && !["tatami", "mat", "soft_mat"].into_iter().any(there) {
        let finding = facts.item_finding(item, Code::Saf007).with("exercise", &exercise.name);
        out.push(finding.mend(replacement(facts, item, context)));
    }
    if strikes_in_sparring(exercise) {
        let unprepared = subject.level == Some(Level::Beginner) && is_group(facts.unit, context);
        if unprepared || !there("gloves") || !there("mouthguard") {
            let finding = facts.item_finding(item, Code::Saf008).with("exercise", &exercise.name);
            out.push(finding.mend(replacement(facts, item, context)));
        }
    }
    let neck =
        exercise.primary.contains(&Muscle::Neck) || exercise.secondary.contains(&Muscle::Neck);
    let young = subject.youngest.is_some_and(|age| age < 14);
    let loads = exercise.category != Category::Mobility;
    if neck && loads && (young || subject.injuries.contains(&Contraindication::Neck)) {
        out.push(facts.item_finding(item, Code::Saf009).with("exercise", &exercise.name));
    }
}

fn skill(exercise: &Exercise, id: &str) -> f32 {
    exercise
        .skills
        .iter()
        .find_map(|(skill, weight)| (skill.as_str() == id).then_some(*weight))
        .unwrap_or(0.0)
}

/// Whether people go to the ground in it.
#[must_use]
pub fn needs_mats(exercise: &Exercise) -> bool {
    const MUCH: f32 = 0.7;
    exercise.category != Category::Strength
        && exercise
            .equipment
            .iter()
            .flatten()
            .any(|thing| matches!(thing.as_str(), "tatami" | "mat" | "soft_mat"))
        && ["falling", "rolling", "throwing"].iter().any(|id| skill(exercise, id) >= MUCH)
}

/// Whether partners strike each other freely in it.
#[must_use]
pub fn strikes_in_sparring(exercise: &Exercise) -> bool {
    const MUCH: f32 = 0.8;
    skill(exercise, "sparring") >= MUCH
        && exercise
            .equipment
            .iter()
            .flatten()
            .any(|thing| matches!(thing.as_str(), "gloves" | "mouthguard" | "headgear"))
}

/// SAF010, once per plan.
pub(super) fn plan(context: &LintContext<'_>, out: &mut Vec<Finding>) {
    if needs_clearance(&context.subject().injuries) {
        out.push(Finding::new(Code::Saf010));
    }
}

/// Whether the conditions ask for effort with plenty in reserve and a doctor's clearance.
#[must_use]
pub fn needs_clearance(conditions: &[Contraindication]) -> bool {
    conditions.iter().any(|tag| {
        matches!(
            tag,
            Contraindication::Cardiac
                | Contraindication::Pregnancy
                | Contraindication::Concussion
                | Contraindication::Hypertension
        )
    })
}
