//! GRP: what training with many people asks for.

use std::collections::{BTreeMap, BTreeSet};

use super::context::LintContext;
use super::facts::{ItemFacts, ProgramFacts, UnitFacts};
use super::people::{people, solved};
use super::structure::is_group;
use super::substitute::replacement;
use super::{Code, Finding, Severity};
use crate::domain::{
    CatalogueKind, Category, Exercise, ExerciseId, ItemField, Level, Partner, PlanEdit,
    SectionKind, SkillId,
};
use crate::training;

/// Rules over one unit.
pub(super) fn unit(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    if !is_group(facts.unit, context) {
        return;
    }
    for item in &facts.items {
        let Some(exercise) = item.exercise else { continue };
        odd_number(facts, item, exercise, context, out);
        level(facts, item, exercise, context, out);
        if context.subject().youngest.is_some_and(|age| age < exercise.min_age) {
            let finding = facts.item_finding(item, Code::Grp003).with("age", exercise.min_age);
            out.push(finding.mend(replacement(facts, item, context)));
        }
        too_long(facts, item, context, out);
        weights(facts, item, exercise, out);
    }
    streams(facts, context, out);
    frame(facts, context, out);
    changes(facts, out);
}

/// GRP001.
fn odd_number(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    exercise: &Exercise,
    context: &LintContext<'_>,
    out: &mut Vec<Finding>,
) {
    const WORDS: [&str; 8] =
        ["triad", "three", "dreier", "zu dritt", "coach", "trainer", "rotat", "wechsel"];
    let odd = people(facts.unit, item, context).is_some_and(|people| people % 2 == 1);
    if exercise.partner == Partner::Pair && odd && !solved(item, ODD_REASON, &WORDS) {
        let note = "Dreiergruppe / group of three";
        let notes = if item.item.notes.is_empty() {
            note.to_owned()
        } else {
            format!("{}; {note}", item.item.notes)
        };
        let edit = PlanEdit::SetItem { item: item.item.id.clone(), field: ItemField::Notes(notes) };
        let finding = facts.item_finding(item, Code::Grp001).with("exercise", &exercise.name);
        out.push(finding.mend([edit]));
    }
}

/// Reason an engine gives with an item when an odd number was thought of.
pub const ODD_REASON: &str = "reason-odd-triad";
/// Reason an engine gives with an item when partners of like weight are asked for.
pub const WEIGHT_REASON: &str = "reason-match-weight";

/// GRP002.
fn level(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    exercise: &Exercise,
    context: &LintContext<'_>,
    out: &mut Vec<Finding>,
) {
    let place = (item.section.phase, item.section.stream);
    let of_stream = facts
        .unit
        .streams
        .iter()
        .find(|stream| (stream.phase, stream.stream) == place)
        .and_then(|stream| stream.level);
    let Some(level) = of_stream.or(context.subject().level) else { return };
    let severity = match exercise.level.rank().saturating_sub(level.rank()) {
        0 => return,
        1 => Severity::Warn,
        _ => Severity::Error,
    };
    let finding = facts.item_finding(item, Code::Grp002).at(severity);
    out.push(finding.with("exercise", &exercise.name).mend(replacement(facts, item, context)));
}

/// Longest useful minutes of one drill at this age.
#[must_use]
pub const fn longest_drill(youngest: Option<u8>) -> u16 {
    match youngest {
        Some(0..=9) => 8,
        Some(10..=12) => 12,
        _ => 15,
    }
}

/// GRP008. Games and sparring rounds may run longer.
fn too_long(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    context: &LintContext<'_>,
    out: &mut Vec<Finding>,
) {
    let most = longest_drill(context.subject().youngest);
    let drill = item
        .exercise
        .is_some_and(|exercise| matches!(exercise.category, Category::Drill | Category::Technique));
    if drill && item.item.minutes.is_some_and(|minutes| minutes > most) {
        let edit =
            PlanEdit::SetItem { item: item.item.id.clone(), field: ItemField::Minutes(Some(most)) };
        out.push(facts.item_finding(item, Code::Grp008).with("minutes", most).mend([edit]));
    }
}

/// Whether partners lift or throw each other in it.
#[must_use]
pub fn needs_like_weight(exercise: &Exercise) -> bool {
    const MUCH: f32 = 0.9;
    let throws = exercise
        .skills
        .iter()
        .any(|(skill, weight)| skill.as_str() == "throwing" && *weight >= MUCH);
    let carries = exercise.patterns.contains(&crate::domain::Pattern::Carry);
    exercise.partner != Partner::None && (throws || carries)
}

/// GRP013.
fn weights(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    exercise: &Exercise,
    out: &mut Vec<Finding>,
) {
    const WORDS: [&str; 4] = ["weight", "gewicht", "schwer", "heavy"];
    if needs_like_weight(exercise) && !solved(item, WEIGHT_REASON, &WORDS) {
        out.push(facts.item_finding(item, Code::Grp013).with("exercise", &exercise.name));
    }
}

/// GRP006.
fn streams(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    const APART: f32 = 2.0;
    const PER_COACH: usize = 2;
    let mut minutes: BTreeMap<u16, BTreeMap<u16, (usize, f32)>> = BTreeMap::new();
    for (at, section) in facts.unit.sections.iter().enumerate() {
        let stream =
            minutes.entry(section.phase).or_default().entry(section.stream).or_insert((at, 0.0));
        stream.1 += training::section_minutes(section, context.library());
    }
    for (phase, streams) in minutes.into_iter().filter(|(_, streams)| streams.len() > 1) {
        let longest = streams.values().map(|(_, minutes)| *minutes).fold(0.0, f32::max);
        let shortest = streams.values().map(|(_, minutes)| *minutes).fold(f32::MAX, f32::min);
        let sizes: Vec<u16> = facts
            .unit
            .streams
            .iter()
            .filter(|stream| stream.phase == phase)
            .filter_map(|stream| stream.size)
            .collect();
        let all = facts.unit.people.or(context.subject().people);
        let odd_sum =
            sizes.len() == streams.len() && all.is_some_and(|all| sizes.iter().sum::<u16>() != all);
        if longest - shortest > APART || odd_sum || streams.len() > PER_COACH {
            let at = streams.values().next().map_or(0, |(at, _)| *at);
            out.push(facts.section_finding(at, Code::Grp006));
        }
    }
}

/// GRP009.
fn frame(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    let Some(style) = &context.subject().style else { return };
    let martial = context
        .library()
        .catalogues()
        .entry(CatalogueKind::StyleDirections, style.as_str())
        .is_some_and(|entry| entry.facts.get("family").is_some_and(|family| family == "martial"));
    let has = |kind| facts.unit.sections.iter().any(|section| section.kind == kind);
    if martial && !(has(SectionKind::Opening) && has(SectionKind::Closing)) {
        out.push(facts.finding(Code::Grp009));
    }
}

/// GRP012.
fn changes(facts: &UnitFacts<'_>, out: &mut Vec<Finding>) {
    const PER_HOUR: f32 = 10.0;
    let changes = facts.items.iter().filter(|item| item.section.stream == 0).count();
    let changes = changes.saturating_sub(1);
    if facts.minutes > 0.0 && changes as f32 * 60.0 / facts.minutes > PER_HOUR + 0.5 && changes > 10
    {
        out.push(facts.finding(Code::Grp012).with("n", changes));
    }
}

/// GRP004, GRP005, GRP010, GRP011, GRP015.
pub(super) fn program(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    if !facts.units().any(|unit| is_group(unit.unit, context)) {
        return;
    }
    prerequisites(facts, context, out);
    gaps(facts, context, out);
    repeats(facts, out);
    forgotten(facts, context, out);
}

/// GRP004: each drill needs one of the drills that prepare it, taught before or known. Drills of
/// the lowest level that nobody has seen are starting points.
fn prerequisites(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    let mut taught: BTreeSet<&ExerciseId> = BTreeSet::new();
    let start = context.subject().level.unwrap_or(Level::Beginner);
    for unit in facts.units() {
        for item in &unit.items {
            let (Some(exercise), Some(id)) = (item.exercise, &item.item.exercise) else { continue };
            let drill = !matches!(exercise.category, Category::Strength | Category::Mobility);
            if drill && taught.insert(id) && !context.is_known(id) && exercise.level >= start {
                let needed = context.library().prerequisites(id);
                let met = needed.is_empty()
                    || needed.iter().any(|(_, edge)| {
                        taught.contains(&edge.from)
                            || context.is_known(&edge.from)
                            || context
                                .library()
                                .get(&edge.from)
                                .is_some_and(|before| before.level < start)
                    });
                if let (false, Some((_, edge))) = (met, needed.first()) {
                    let name = context.library().get(&edge.from).map(|found| found.name.clone());
                    let finding = unit.item_finding(item, Code::Grp004);
                    out.push(finding.with("name", name.unwrap_or_default()));
                }
            }
        }
    }
}

/// GRP005 and GRP015, over windows of four weeks.
fn gaps(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    const WEEKS: usize = 4;
    const LEAST: f32 = 0.2;
    let target = &context.subject().skills;
    let wanted: f32 = target.values().sum();
    if wanted <= 0.0 {
        return;
    }
    let catalogues = context.library().catalogues();
    let mut spoken: BTreeSet<&SkillId> = BTreeSet::new();
    for window in facts.weeks.chunks(WEEKS).filter(|window| window.len() == WEEKS) {
        let mut planned: BTreeMap<&SkillId, f32> = BTreeMap::new();
        for item in window.iter().flat_map(|week| &week.units).flat_map(|unit| &unit.items) {
            for (skill, weight) in item.exercise.iter().flat_map(|exercise| &exercise.skills) {
                let minutes = f32::from(item.item.minutes.unwrap_or(3));
                *planned.entry(skill).or_default() += weight * minutes;
            }
        }
        let all: f32 = planned.values().sum();
        for (skill, weight) in target.iter().filter(|(_, weight)| **weight > 0.0) {
            let share = planned.get(skill).copied().unwrap_or(0.0) / all.max(1.0);
            let coordination = catalogues
                .entry(CatalogueKind::Skills, skill.as_str())
                .is_some_and(|entry| entry.facts.get("group").is_some_and(|g| g == "coordination"));
            let missing = share == 0.0 && coordination;
            if (missing || share < LEAST * weight / wanted) && spoken.insert(skill) {
                let code = if missing { Code::Grp015 } else { Code::Grp005 };
                let name = catalogues.name(CatalogueKind::Skills, skill.as_str());
                if let Some(week) = window.first() {
                    out.push(week.finding(code).with("skill", name));
                }
            }
        }
    }
}

/// GRP010: forms and what frames a unit may come every time.
fn repeats(facts: &ProgramFacts<'_>, out: &mut Vec<Finding>) {
    const MOST: usize = 3;
    let mut runs: BTreeMap<&ExerciseId, usize> = BTreeMap::new();
    for unit in facts.units() {
        let drills: BTreeMap<&ExerciseId, &ItemFacts<'_>> = unit
            .working()
            .filter(|item| {
                item.exercise.is_some_and(|exercise| {
                    !matches!(exercise.category, Category::Strength | Category::Mobility)
                        && !exercise.skills.keys().any(|skill| skill.as_str() == "forms")
                })
            })
            .filter_map(|item| Some((item.item.exercise.as_ref()?, item)))
            .collect();
        runs.retain(|id, _| drills.contains_key(id));
        for (id, item) in drills {
            let run = runs.entry(id).or_default();
            *run += 1;
            if *run == MOST + 1 {
                out.push(unit.item_finding(item, Code::Grp010));
            }
        }
    }
}

/// GRP011: something new in the skill part comes again within two weeks.
fn forgotten(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    const WITHIN: i64 = 14;
    let mut seen: BTreeMap<&ExerciseId, Vec<i64>> = BTreeMap::new();
    let last = facts.units().map(|unit| unit.day).max().unwrap_or(0);
    for unit in facts.units() {
        for id in unit.items.iter().filter_map(|item| item.item.exercise.as_ref()) {
            seen.entry(id).or_default().push(unit.day);
        }
    }
    let mut first: BTreeSet<&ExerciseId> = BTreeSet::new();
    for unit in facts.units().filter(|unit| unit.day + WITHIN <= last) {
        for item in unit.items.iter().filter(|item| item.section.kind == SectionKind::Skill) {
            let Some(id) = &item.item.exercise else { continue };
            if context.is_known(id) || !first.insert(id) {
                continue;
            }
            let again = seen.get(id).is_some_and(|days| {
                days.iter().any(|day| (1..=WITHIN).contains(&(day - unit.day)))
            });
            let earlier = seen.get(id).is_some_and(|days| days.iter().any(|day| *day < unit.day));
            if !again && !earlier {
                out.push(unit.item_finding(item, Code::Grp011));
            }
        }
    }
}
