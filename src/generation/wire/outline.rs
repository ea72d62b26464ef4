//! The outline on the line: blocks of weeks with their days, and what each week does.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::frame::{Day, Frame, FrameBlock};
use super::slot::{self, Names};
use super::{IdTable, judged};
use crate::domain::{ExerciseId, SectionKind, WeekPhase};
use crate::language::shown;
use crate::library::Library;
use crate::llm::{Complaint, schema};

/// Longest title that is kept, in characters.
const LONGEST_TITLE: usize = 60;

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
struct Outline {
    /// Title of the program.
    title: String,
    /// What each week does, the first week first.
    phases: Vec<Phase>,
    /// Blocks of weeks, in order.
    blocks: Vec<Block>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Phase {
    Build,
    Deload,
    Peak,
    Taper,
    Test,
}

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
struct Block {
    /// What it is about, in a few words.
    title: String,
    /// Number of weeks.
    weeks: u16,
    /// The training days of each of its weeks.
    days: Vec<WireDay>,
}

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
struct WireDay {
    /// Title of the day.
    title: String,
    /// `part [A1] eN dose`, in the order of doing.
    items: Vec<String>,
}

/// The schema an outline is asked for in.
#[must_use]
pub fn outline_schema() -> Value {
    schema::strict::<Outline>()
}

/// The outline as it goes over the line. Exercises without a short name are left out.
#[must_use]
pub fn write_outline(frame: &Frame, table: &IdTable) -> Value {
    let day = |day: &Day| WireDay {
        title: day.title.clone(),
        items: day.slots.iter().filter_map(|slot| slot::write(slot, table)).collect(),
    };
    let outline = Outline {
        title: frame.title.clone(),
        phases: frame.phases.iter().map(|phase| Phase::from(*phase)).collect(),
        blocks: frame
            .blocks
            .iter()
            .map(|block| Block {
                title: block.title.clone(),
                weeks: block.last + 1 - block.first,
                days: block.days.iter().map(day).collect(),
            })
            .collect(),
    };
    serde_json::to_value(outline).unwrap_or_default()
}

/// Reads an outline of `weeks` weeks with `days` days each.
///
/// # Errors
/// A [`Complaint`] that names what is wrong and where.
pub fn read_outline(
    answer: &Value,
    weeks: u16,
    days: usize,
    table: &IdTable,
    allowed: &BTreeSet<ExerciseId>,
    library: &Library,
) -> Result<Frame, Complaint> {
    let outline: Outline = Outline::deserialize(answer)
        .map_err(|error| Complaint::new(format!("it is no outline: {error}")))?;
    let names = Names { table, allowed, library };
    let mut wrong = Vec::new();
    if outline.phases.len() != usize::from(weeks) {
        wrong.push(format!(
            "phases holds {} entries, the program has {weeks} weeks",
            outline.phases.len()
        ));
    }
    let covered: u32 = outline.blocks.iter().map(|block| u32::from(block.weeks)).sum();
    if covered != u32::from(weeks) || outline.blocks.iter().any(|block| block.weeks == 0) {
        wrong.push(format!("the blocks cover {covered} weeks instead of {weeks}"));
    }
    let mut frame = Frame {
        title: title(&outline.title),
        blocks: Vec::new(),
        phases: outline.phases.into_iter().map(WeekPhase::from).collect(),
    };
    let mut first = 1_u16;
    for (at, block) in outline.blocks.into_iter().enumerate() {
        if block.days.len() != days {
            wrong
                .push(format!("blocks[{at}] has {} days, every week has {days}", block.days.len()));
        }
        let read = block
            .days
            .into_iter()
            .zip(0..)
            .map(|(day, n)| read_day(&day, &format!("blocks[{at}].days[{n}]"), names, &mut wrong))
            .collect();
        let last = first.saturating_add(block.weeks).saturating_sub(1);
        frame.blocks.push(FrameBlock { title: title(&block.title), first, last, days: read });
        first = last.saturating_add(1);
    }
    judged(wrong)?;
    Ok(frame)
}

fn read_day(day: &WireDay, place: &str, names: Names<'_>, wrong: &mut Vec<String>) -> Day {
    let mut slots = Vec::new();
    for (at, line) in day.items.iter().enumerate() {
        match slot::read(line, names) {
            Ok(slot) => slots.push(slot),
            Err(why) => wrong.push(format!("{place}.items[{at}] \"{}\" {why}", short(line))),
        }
    }
    if !slots.iter().any(|slot| is_work(slot.part)) {
        wrong.push(format!("{place} has no main part"));
    }
    Day { title: title(&day.title), slots }
}

/// Whether the part is what the day is for.
const fn is_work(part: SectionKind) -> bool {
    !matches!(
        part,
        SectionKind::Opening | SectionKind::Warmup | SectionKind::Cooldown | SectionKind::Closing
    )
}

/// A title that may be shown.
pub(super) fn title(text: &str) -> String {
    short_to(&shown(text).into_string(), LONGEST_TITLE)
}

/// As much of a line as a complaint should quote.
pub(super) fn short(line: &str) -> String {
    const LONGEST: usize = 60;
    short_to(&shown(line).into_string(), LONGEST)
}

fn short_to(text: &str, longest: usize) -> String {
    text.trim().chars().take(longest).collect()
}

impl From<Phase> for WeekPhase {
    fn from(phase: Phase) -> Self {
        match phase {
            Phase::Build => Self::Build,
            Phase::Deload => Self::Deload,
            Phase::Peak => Self::Peak,
            Phase::Taper => Self::Taper,
            Phase::Test => Self::Test,
        }
    }
}

impl From<WeekPhase> for Phase {
    fn from(phase: WeekPhase) -> Self {
        match phase {
            WeekPhase::Build => Self::Build,
            WeekPhase::Deload => Self::Deload,
            WeekPhase::Peak => Self::Peak,
            WeekPhase::Taper => Self::Taper,
            WeekPhase::Test => Self::Test,
        }
    }
}
