//! The keys of the public shape, in the order they are printed. It is kept apart from the domain
//! types, so that these can change without breaking files that are out in the world.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::domain::{
    Audit, Bilingual, Format, ItemLog, Level, Owner, Prescription, Profile, Progression,
    SectionKind, SkillWeights, SlotRole, Suppression, Visibility, WeekPhase,
};
use crate::notation::Flat;

/// A whole file. Units and frameworks have it too: a unit is the only one of a single week, a
/// framework has slots and no weeks.
#[derive(Debug, Serialize)]
pub(super) struct Document<'a> {
    pub(super) schema: &'static str,
    pub(super) schema_version: u32,
    pub(super) kind: &'static str,
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    /// Language of the rendered texts.
    pub(super) language: &'static str,
    pub(super) owner: Option<&'a Owner>,
    pub(super) profile: Option<&'a Profile>,
    pub(super) engine: &'a str,
    pub(super) seed: Option<u64>,
    pub(super) library_hash: &'a str,
    pub(super) profile_hash: Option<&'a str>,
    pub(super) model: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) audit: Option<&'a Audit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) version_of: Option<&'a str>,
    pub(super) framework: Option<&'a str>,
    pub(super) start: Option<Date>,
    pub(super) mesocycles: Vec<Mesocycle>,
    pub(super) notes: Vec<Said>,
    pub(super) weeks: Vec<Week<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) skeleton: Option<Skeleton<'a>>,
}

/// A sentence: its key and values for machines, its text for people.
#[derive(Debug, Serialize)]
pub(super) struct Said {
    pub(super) id: String,
    pub(super) args: Map<String, Value>,
    pub(super) text: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Mesocycle {
    pub(super) title: Said,
    pub(super) first: u16,
    pub(super) last: u16,
}

#[derive(Debug, Serialize)]
pub(super) struct Week<'a> {
    pub(super) index: u16,
    pub(super) phase: WeekPhase,
    pub(super) intent: Vec<Said>,
    pub(super) units: Vec<Unit<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct Unit<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) owner: &'a Owner,
    pub(super) program: Option<&'a str>,
    pub(super) week: Option<u16>,
    pub(super) day: Option<u8>,
    pub(super) date: Option<Date>,
    pub(super) minutes: Option<u16>,
    pub(super) people: Option<u16>,
    pub(super) slot: Option<SlotRef<'a>>,
    pub(super) streams: Vec<Stream<'a>>,
    pub(super) sections: Vec<Section<'a>>,
    pub(super) notes: &'a str,
    pub(super) reasons: Vec<Said>,
    pub(super) suppress: &'a [Suppression],
    pub(super) visibility: Visibility,
    pub(super) done: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct SlotRef<'a> {
    pub(super) framework: &'a str,
    pub(super) slot: &'a str,
}

#[expect(clippy::struct_field_names, reason = "the public key is `stream`")]
#[derive(Debug, Serialize)]
pub(super) struct Stream<'a> {
    pub(super) phase: u16,
    pub(super) stream: u16,
    pub(super) title: &'a str,
    pub(super) level: Option<Level>,
    pub(super) size: Option<u16>,
}

#[derive(Debug, Serialize)]
pub(super) struct Section<'a> {
    pub(super) id: &'a str,
    pub(super) kind: SectionKind,
    pub(super) title: &'a str,
    pub(super) phase: u16,
    pub(super) stream: u16,
    pub(super) format: Option<Format>,
    pub(super) rounds: Option<u16>,
    pub(super) cap_s: Option<u32>,
    pub(super) minutes: Option<u16>,
    pub(super) notes: &'a str,
    pub(super) items: Vec<Item<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct Item<'a> {
    pub(super) id: &'a str,
    pub(super) exercise: Option<&'a str>,
    /// In the language of the file.
    pub(super) name: &'a str,
    /// In both languages, as it was placed.
    pub(super) label: &'a Bilingual,
    /// Place in a superset: `A1`.
    pub(super) group: Option<String>,
    pub(super) prescription: Dose<'a>,
    pub(super) minutes: Option<u16>,
    pub(super) notes: &'a str,
    pub(super) progression: Option<&'a Progression>,
    pub(super) reasons: Vec<Said>,
    pub(super) suppress: &'a [Suppression],
    pub(super) log: Option<&'a ItemLog>,
}

#[derive(Debug, Serialize)]
pub(super) struct Dose<'a> {
    /// The text in the notation, which readers go by, and the same as plain fields for programs
    /// that do not know it.
    #[serde(flatten)]
    pub(super) flat: Flat,
    /// Only where the notation cannot say everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) exact: Option<&'a Prescription>,
}

/// What a framework says beside its title.
#[derive(Debug, Serialize)]
pub(super) struct Skeleton<'a> {
    pub(super) target_group: &'a str,
    pub(super) style: Option<&'a str>,
    pub(super) focus: Vec<&'a str>,
    pub(super) training_types: Vec<&'a str>,
    pub(super) skills: &'a SkillWeights,
    pub(super) visibility: Visibility,
    pub(super) slots: Vec<Slot<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct Slot<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) role: SlotRole,
    pub(super) minutes: Option<u16>,
    pub(super) focus: Vec<&'a str>,
    pub(super) patterns: Vec<&'static str>,
    pub(super) skills: &'a SkillWeights,
    pub(super) notes: &'a str,
    pub(super) blueprint: Option<Unit<'a>>,
}
