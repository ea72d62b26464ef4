//! A week on the line: for each day, what becomes of each slot of the outline.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::frame::{Day, Frame, Slot, goes_without_saying};
use super::outline::{short, title};
use super::slot::{self, MORE, NOT, Names};
use super::{IdTable, bounds, judged};
use crate::domain::{
    ExerciseId, IdSource, Item, Message, Prescription, Profile, Scheme, Section, SectionKind,
    Stream, Unit, Week, Work,
};
use crate::generation::source::FOCUS;
use crate::library::Library;
use crate::llm::{Complaint, schema};
use crate::planner;

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
struct WireWeek {
    /// Number of the week, from 1.
    week: u16,
    /// What the week is about, in a few words.
    focus: String,
    /// Per day of the outline, per item of the day: `=` as in the outline, `-` left out, a dose,
    /// or another exercise with its dose; behind them `+part eN dose` for what comes in addition.
    days: Vec<Vec<String>>,
}

/// Where a week belongs, and what it is read with.
#[derive(Debug, Clone, Copy)]
pub struct WeekPlace<'a> {
    /// The outline.
    pub frame: &'a Frame,
    /// The week with its units as the planner placed them: ids, days, dates, people.
    pub skeleton: &'a Week,
    /// Who it is for.
    pub profile: &'a Profile,
    /// Short names.
    pub table: &'a IdTable,
    /// What these people can do with what they have.
    pub allowed: &'a BTreeSet<ExerciseId>,
    /// The library.
    pub library: &'a Library,
}

/// The schema a week is asked for in.
#[must_use]
pub fn week_schema() -> Value {
    schema::strict::<WireWeek>()
}

/// A week as it goes over the line, against its outline.
#[must_use]
pub fn write_week(week: &Week, frame: &Frame, table: &IdTable, library: &Library) -> Value {
    let days = frame.block(week.index).map_or(&[][..], |block| &block.days);
    let empty = Day { title: String::new(), slots: Vec::new() };
    let days = week
        .units
        .iter()
        .enumerate()
        .map(|(at, unit)| write_day(unit, days.get(at).unwrap_or(&empty), table, library))
        .collect();
    let wire = WireWeek { week: week.index, focus: week.phase.id().to_owned(), days };
    serde_json::to_value(wire).unwrap_or_default()
}

fn write_day(unit: &Unit, day: &Day, table: &IdTable, library: &Library) -> Vec<String> {
    let mut left: Vec<Slot> =
        unit.items().filter_map(|(section, item)| Slot::of(section, item, library)).collect();
    let mut lines = Vec::new();
    for slot in &day.slots {
        let same_place = |other: &Slot| (other.part, other.stream) == (slot.part, slot.stream);
        // in order, so that the week comes back in the order it was sent
        let found = left.iter().position(same_place);
        let line = found.and_then(|at| slot::write_change(slot, &left.remove(at), table));
        lines.push(line.unwrap_or_else(|| NOT.to_owned()));
    }
    lines.extend(
        left.iter().filter_map(|slot| Some(format!("{MORE}{}", slot::write(slot, table)?))),
    );
    lines
}

/// Reads a week.
///
/// # Errors
/// A [`Complaint`] that names what is wrong and where.
pub fn read_week(answer: &Value, place: WeekPlace<'_>) -> Result<Week, Complaint> {
    let wire: WireWeek = WireWeek::deserialize(answer)
        .map_err(|error| Complaint::new(format!("it is no week: {error}")))?;
    let index = place.skeleton.index;
    let block = place
        .frame
        .block(index)
        .ok_or_else(|| Complaint::new(format!("the outline has no week {index}")))?;
    let mut wrong = Vec::new();
    if wire.week != index {
        wrong.push(format!("it says week {}, asked for was week {index}", wire.week));
    }
    if wire.days.len() != place.skeleton.units.len() {
        wrong.push(format!(
            "days holds {} lists, the week has {} days",
            wire.days.len(),
            place.skeleton.units.len()
        ));
    }
    let names = Names { table: place.table, allowed: place.allowed, library: place.library };
    let mut units = Vec::new();
    for ((at, lines), (unit, day)) in
        wire.days.iter().enumerate().zip(place.skeleton.units.iter().zip(&block.days))
    {
        let slots = read_day(lines, day, at, names, &mut wrong);
        units.push(written(unit, day, &slots, place));
    }
    judged(wrong)?;
    let focus = title(&wire.focus);
    let intent = Message::new(FOCUS).with("focus", focus);
    Ok(Week { index, phase: place.frame.phase(index), intent: vec![intent], units })
}

fn read_day(
    lines: &[String],
    day: &Day,
    at: usize,
    names: Names<'_>,
    wrong: &mut Vec<String>,
) -> Vec<Slot> {
    let planned = day.slots.len();
    let (changes, more) = lines.split_at(planned.min(lines.len()));
    if changes.len() < planned {
        wrong.push(format!("days[{at}] has {} entries, the day has {planned}", changes.len()));
    }
    let mut slots = Vec::new();
    for (n, (line, slot)) in changes.iter().zip(&day.slots).enumerate() {
        let place = || format!("days[{at}][{n}] \"{}\"", short(line));
        match slot::read_change(line, slot, names) {
            Ok(Some(new)) => {
                wrong.extend(
                    bounds::beyond(&new, Some(slot)).map(|why| format!("{} {why}", place())),
                );
                slots.push(new);
            }
            Ok(None) => {}
            Err(why) => wrong.push(format!("{} {why}", place())),
        }
    }
    for (n, line) in more.iter().enumerate() {
        let place = || format!("days[{at}][{}] \"{}\"", n + planned, short(line));
        let read = line.strip_prefix(MORE).map(|line| slot::read(line, names));
        match read {
            Some(Ok(slot)) => {
                wrong.extend(bounds::beyond(&slot, None).map(|why| format!("{} {why}", place())));
                // behind the last of its part, so that parts stay together
                let behind = slots.iter().rposition(|other: &Slot| {
                    (other.part, other.stream) == (slot.part, slot.stream)
                });
                slots.insert(behind.map_or(slots.len(), |last| last + 1), slot);
            }
            Some(Err(why)) => wrong.push(format!("{} {why}", place())),
            None => wrong.push(format!(
                "{} is more than the {planned} items of the day and does not begin with +",
                place()
            )),
        }
    }
    if slots.is_empty() {
        wrong.push(format!("days[{at}] leaves nothing to do"));
    }
    slots
}

/// The unit with these slots as its content.
fn written(skeleton: &Unit, day: &Day, slots: &[Slot], place: WeekPlace<'_>) -> Unit {
    let mut ids = IdSource::new(seed(skeleton));
    let grouped = matches!(place.profile, Profile::Group(_));
    let mut unit = Unit { sections: Vec::new(), streams: Vec::new(), ..skeleton.clone() };
    unit.title.clone_from(&day.title);
    unit.reasons = Vec::new();
    for slot in slots {
        let Some(exercise) = place.library.get(&slot.exercise) else { continue };
        let in_place = unit
            .sections
            .last()
            .is_some_and(|last| (last.kind, last.stream) == (slot.part, slot.stream));
        if !in_place {
            let phase = match unit.sections.last() {
                Some(last) if slot.stream > 0 && last.kind == slot.part => last.phase,
                Some(last) => last.phase + 1,
                None => 0,
            };
            let mut section = Section::new(ids.section(), slot.part);
            section.phase = phase;
            section.stream = slot.stream;
            unit.sections.push(section);
        }
        let mut item = Item::new(ids.item(), Some(exercise.id.clone()), exercise.name.clone());
        item.superset = slot.superset;
        item.prescription = slot.dose.clone();
        item.prescription.per_side |= goes_without_saying(exercise, &slot.dose);
        item.minutes = minutes(&item.prescription);
        item.progression = match place.profile {
            Profile::Athlete(profile) if is_loaded(slot.part) => planner::progression_of(
                exercise,
                &item.prescription,
                slot.part,
                profile,
                place.library,
            ),
            _ => None,
        };
        if let Some(section) = unit.sections.last_mut() {
            section.items.push(item);
        }
    }
    if grouped {
        for section in &mut unit.sections {
            section.minutes = section.items.iter().map(|item| item.minutes).sum();
        }
    }
    unit.streams = streams(skeleton, &unit);
    unit
}

const fn is_loaded(part: SectionKind) -> bool {
    matches!(part, SectionKind::Main | SectionKind::Accessory)
}

/// The sub-groups of the skeleton, at the parts that split here as well.
fn streams(skeleton: &Unit, unit: &Unit) -> Vec<Stream> {
    let split = unit.sections.iter().filter(|section| section.stream > 0);
    let phases: BTreeSet<u16> = split.map(|section| section.phase).collect();
    let named: BTreeSet<u16> = skeleton.streams.iter().map(|stream| stream.phase).collect();
    let Some(known) = named.first() else { return Vec::new() };
    let of_one_part = skeleton.streams.iter().filter(|stream| stream.phase == *known);
    phases
        .into_iter()
        .flat_map(|phase| of_one_part.clone().map(move |stream| Stream { phase, ..stream.clone() }))
        .collect()
}

/// Minutes of something that is done for a stretch of time without sets.
fn minutes(dose: &Prescription) -> Option<u16> {
    match &dose.scheme {
        Scheme::Sets { sets: None, work: Work::Seconds(span) } if span.is_single() => {
            u16::try_from(span.min.div_ceil(60)).ok()
        }
        _ => None,
    }
}

/// The same unit always gets the same ids for what is in it.
fn seed(unit: &Unit) -> u64 {
    let digest = Sha256::digest(unit.id.as_str());
    digest.iter().take(8).fold(0, |seed, byte| seed << 8 | u64::from(*byte))
}
