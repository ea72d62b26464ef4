//! EQP002 and GRP007: whether the people at a station have something in their hands, and how long
//! those wait who do not.

use super::context::LintContext;
use super::facts::{ItemFacts, UnitFacts};
use super::people::{people, solved};
use super::{Code, Finding};
use crate::domain::{
    EquipmentId, Exercise, Format, ItemField, Partner, PlanEdit, Scheme, Section, SectionField,
};
use crate::language::fold;

/// Most people in a queue or at a station.
const MOST_WAITING: u16 = 4;
/// The remark that lets people share a device.
const TAKING_TURNS: &str = "zu zweit im Wechsel / in pairs, taking turns";

/// Rules over one unit.
pub(super) fn unit(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    for (at, section) in facts.unit.sections.iter().enumerate() {
        let items: Vec<&ItemFacts<'_>> =
            facts.items.iter().filter(|item| item.at.0 == at).collect();
        let Some(first) = items.first() else { continue };
        let Some(people) = people(facts.unit, first, context) else { continue };
        match section.format {
            Some(Format::Stations | Format::Circuit) => {
                let stations = u16::try_from(items.len()).unwrap_or(u16::MAX);
                let each = people.div_ceil(stations.max(1));
                devices(facts, &items, each, context, out);
                let idle = items.iter().any(|item| rests_more_than_works(item));
                if each > MOST_WAITING || idle {
                    out.push(facts.item_finding(first, Code::Grp007).with("people", each));
                }
            }
            Some(Format::Lines) => queue(facts, at, section, first, people, out),
            _ => {}
        }
    }
}

/// EQP002: people per station against the devices there are. What nobody counted is not judged.
fn devices(
    facts: &UnitFacts<'_>,
    items: &[&ItemFacts<'_>],
    each: u16,
    context: &LintContext<'_>,
    out: &mut Vec<Finding>,
) {
    const WORDS: [&str; 6] = ["turns", "wechsel", "in pairs", "zu zweit", "partner", "share"];
    for item in items {
        let Some(exercise) = item.exercise else { continue };
        let wanted = if exercise.partner == Partner::Pair { each.div_ceil(2) } else { each };
        let scarce = things(exercise, context)
            .filter_map(|thing| context.subject().devices.get(thing))
            .find(|count| **count < wanted);
        let Some(count) = scarce.filter(|_| !solved(item, "", &WORDS)) else { continue };
        let old = &item.item.notes;
        let notes =
            if old.is_empty() { TAKING_TURNS.to_owned() } else { format!("{old}; {TAKING_TURNS}") };
        let edit = PlanEdit::SetItem { item: item.item.id.clone(), field: ItemField::Notes(notes) };
        let finding = facts.item_finding(item, Code::Eqp002).with("people", each);
        out.push(finding.with("devices", *count).mend([edit]));
    }
}

/// What the exercise is done with here: its first alternative that is there, else the first.
fn things<'e>(
    exercise: &'e Exercise,
    context: &LintContext<'_>,
) -> impl Iterator<Item = &'e EquipmentId> {
    let there = |set: &&Vec<EquipmentId>| {
        context.subject().equipment.as_ref().is_none_or(|all| set.iter().all(|it| all.contains(it)))
    };
    let set = exercise.equipment.iter().find(there).or(exercise.equipment.first());
    set.into_iter().flatten()
}

/// Less than half of the time at work.
fn rests_more_than_works(item: &ItemFacts<'_>) -> bool {
    matches!(
        item.prescription().scheme,
        Scheme::Intervals { work_s, rest_s, .. } if work_s < rest_s
    ) && item.section.rounds.is_none()
}

/// GRP007 for lines: how many there are stands in the title or the notes of the section.
fn queue(
    facts: &UnitFacts<'_>,
    at: usize,
    section: &Section,
    first: &ItemFacts<'_>,
    people: u16,
    out: &mut Vec<Finding>,
) {
    let Some(lines) = lines(&section.title).or_else(|| lines(&section.notes)) else { return };
    let each = people.div_ceil(lines.max(1));
    if each > MOST_WAITING {
        let enough = people.div_ceil(MOST_WAITING);
        let notes = format!("{enough} Reihen / {enough} lines");
        let field = if lines_stand_in_title(section) {
            SectionField::Title(notes)
        } else {
            SectionField::Notes(notes)
        };
        let edit = PlanEdit::SetSection { section: section.id.clone(), field };
        let finding = facts.item_finding(first, Code::Grp007).with("people", each);
        debug_assert_eq!(first.at.0, at);
        out.push(finding.mend([edit]));
    }
}

fn lines_stand_in_title(section: &Section) -> bool {
    lines(&section.title).is_some()
}

/// The number before "lines", "rows", "Reihen", "Bahnen".
fn lines(text: &str) -> Option<u16> {
    const WORDS: [&str; 6] = ["line", "row", "lane", "reihe", "bahn", "gasse"];
    let folded = fold(text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.windows(2).find_map(|pair| match pair {
        [number, word] if WORDS.iter().any(|known| word.starts_with(known)) => number.parse().ok(),
        _ => None,
    })
}
