//! One dated meeting of a group or athlete: sections of items, in phases that may split into
//! parallel streams.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    AthleteId, Bilingual, ExerciseId, Format, FrameworkId, GroupId, ItemId, Level, Message,
    Prescription, ProgramId, ProgressionKind, SectionId, SectionKind, SlotId, Span, UnitId,
    Visibility,
};

/// Who trains by a plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// People who train together.
    Group(GroupId),
    /// One person.
    Athlete(AthleteId),
    /// Nobody yet: a template or a draft.
    Nobody,
}

/// One dated meeting, or a template for one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unit {
    /// Stable id.
    pub id: UnitId,
    /// What stands in lists.
    pub title: String,
    /// Who trains by it.
    pub owner: Owner,
    /// The day, where it is known.
    #[serde(default)]
    pub date: Option<Date>,
    /// Minutes available.
    #[serde(default)]
    pub minutes: Option<u16>,
    /// People expected, where it differs from the group's usual number.
    #[serde(default)]
    pub people: Option<u16>,
    /// Where it stands in a program.
    #[serde(default)]
    pub place: Option<Place>,
    /// The framework slot it fills.
    #[serde(default)]
    pub slot: Option<(FrameworkId, SlotId)>,
    /// Sub-groups of phases that split; phases without entries are for everyone.
    #[serde(default)]
    pub streams: Vec<Stream>,
    /// The content, ordered by phase, then stream, then order of doing.
    pub sections: Vec<Section>,
    /// The coach's remarks.
    #[serde(default)]
    pub notes: String,
    /// Why an engine planned it so.
    #[serde(default)]
    pub reasons: Vec<Message>,
    /// Lint rules the coach switched off here, with the reason given.
    #[serde(default)]
    pub suppress: Vec<Suppression>,
    /// Who may see it.
    #[serde(default = "club")]
    pub visibility: Visibility,
    /// Whether the meeting took place.
    #[serde(default)]
    pub done: bool,
}

fn club() -> Visibility {
    Visibility::Club
}

/// Where a unit stands in a program.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The program.
    pub program: ProgramId,
    /// Week, from 1.
    pub week: u16,
    /// Day within the week, 1 (Monday) to 7.
    pub day: u8,
}

/// A sub-group that does other items at the same time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stream {
    /// The phase that splits.
    pub phase: u16,
    /// Number within the phase, from 0.
    pub stream: u16,
    /// What the trainer calls the sub-group.
    pub title: String,
    /// Level of the sub-group.
    #[serde(default)]
    pub level: Option<Level>,
    /// People in it.
    #[serde(default)]
    pub size: Option<u16>,
}

/// A part of a unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Stable id.
    pub id: SectionId,
    /// The part it plays.
    pub kind: SectionKind,
    /// Title; empty: the name of the kind stands in.
    #[serde(default)]
    pub title: String,
    /// Phase it belongs to, from 0; phases follow each other.
    #[serde(default)]
    pub phase: u16,
    /// Stream within the phase, from 0; streams of one phase run at the same time.
    #[serde(default)]
    pub stream: u16,
    /// Organisation of its items in time; `None`: one after the other.
    #[serde(default)]
    pub format: Option<Format>,
    /// Rounds over all items.
    #[serde(default)]
    pub rounds: Option<u16>,
    /// Time limit in seconds.
    #[serde(default)]
    pub cap_s: Option<u32>,
    /// Minutes planned for it.
    #[serde(default)]
    pub minutes: Option<u16>,
    /// The coach's remarks.
    #[serde(default)]
    pub notes: String,
    /// What is done, in order.
    pub items: Vec<Item>,
}

/// An exercise placed in a section with its prescription.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Stable id.
    pub id: ItemId,
    /// The exercise; `None` for a line the coach wrote freely.
    #[serde(default)]
    pub exercise: Option<ExerciseId>,
    /// Name when it was placed: shown before the library is there and after an exercise is gone.
    pub label: Bilingual,
    /// What is to be done of it.
    #[serde(default)]
    pub prescription: Prescription,
    /// Letter and number of a superset.
    #[serde(default)]
    pub superset: Option<SupersetTag>,
    /// Minutes planned, for drills and games.
    #[serde(default)]
    pub minutes: Option<u16>,
    /// The coach's remarks.
    #[serde(default)]
    pub notes: String,
    /// How the next exposure changes.
    #[serde(default)]
    pub progression: Option<Progression>,
    /// Why an engine chose it.
    #[serde(default)]
    pub reasons: Vec<Message>,
    /// Lint rules the coach switched off here.
    #[serde(default)]
    pub suppress: Vec<Suppression>,
    /// What was really done.
    #[serde(default)]
    pub log: Option<ItemLog>,
}

/// A place in a superset: `A1` is the first exercise of superset A.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SupersetTag {
    /// The letter, `A`–`Z`.
    pub letter: char,
    /// Position, from 1.
    pub number: u8,
}

impl std::fmt::Display for SupersetTag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.letter, self.number)
    }
}

/// The rule by which the next exposure of an item changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Progression {
    /// Which rule.
    pub kind: ProgressionKind,
    /// Step per success, in the unit the rule counts in (kg, %, repetitions, seconds).
    #[serde(default)]
    pub step: f64,
    /// Range of repetitions, for rules that climb through one.
    #[serde(default)]
    pub reps: Option<Span<u16>>,
    /// Failed exposures in a row before stepping back; `None`: no fail path.
    #[serde(default)]
    pub misses: Option<u8>,
    /// How far to step back, in percent of the load.
    #[serde(default)]
    pub back_off_pct: f64,
}

/// A lint rule switched off, with the coach's reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suppression {
    /// Code of the rule, e.g. `ORD001`.
    pub rule: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// What was really done of an item.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ItemLog {
    /// Whether the item was done at all.
    pub done: bool,
    /// The sets, in order.
    pub sets: Vec<SetLog>,
}

/// One set as it was done.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SetLog {
    /// Repetitions.
    pub reps: Option<u16>,
    /// Load in kilograms.
    pub load_kg: Option<f64>,
    /// Perceived exertion, 1–10.
    pub rpe: Option<f64>,
    /// Seconds.
    pub seconds: Option<u32>,
    /// Metres.
    pub metres: Option<f64>,
}

impl Unit {
    /// An empty unit.
    #[must_use]
    pub fn new(id: UnitId, title: impl Into<String>, owner: Owner) -> Self {
        Self {
            id,
            title: title.into(),
            owner,
            date: None,
            minutes: None,
            people: None,
            place: None,
            slot: None,
            streams: Vec::new(),
            sections: Vec::new(),
            notes: String::new(),
            reasons: Vec::new(),
            suppress: Vec::new(),
            visibility: Visibility::Club,
            done: false,
        }
    }

    /// The section with this id.
    #[must_use]
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == *id)
    }

    /// Every item with the section it stands in, in order.
    pub fn items(&self) -> impl Iterator<Item = (&Section, &Item)> {
        self.sections
            .iter()
            .flat_map(|section| section.items.iter().map(move |item| (section, item)))
    }

    /// The item with this id, and its section.
    #[must_use]
    pub fn item(&self, id: &ItemId) -> Option<(&Section, &Item)> {
        self.items().find(|(_, item)| item.id == *id)
    }

    /// Ids of the linked exercises, in order, with repeats.
    pub fn exercises(&self) -> impl Iterator<Item = &ExerciseId> {
        self.items().filter_map(|(_, item)| item.exercise.as_ref())
    }
}

impl Section {
    /// An empty section for everyone in the first phase.
    #[must_use]
    pub fn new(id: SectionId, kind: SectionKind) -> Self {
        Self {
            id,
            kind,
            title: String::new(),
            phase: 0,
            stream: 0,
            format: None,
            rounds: None,
            cap_s: None,
            minutes: None,
            notes: String::new(),
            items: Vec::new(),
        }
    }
}

impl Item {
    /// An item for an exercise, or a free line where `exercise` is `None`.
    #[must_use]
    pub fn new(id: ItemId, exercise: Option<ExerciseId>, label: Bilingual) -> Self {
        Self {
            id,
            exercise,
            label,
            prescription: Prescription::default(),
            superset: None,
            minutes: None,
            notes: String::new(),
            progression: None,
            reasons: Vec::new(),
            suppress: Vec::new(),
            log: None,
        }
    }
}
