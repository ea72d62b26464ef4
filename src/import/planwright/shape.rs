//! The keys of a plan file, all of them optional where a default makes sense.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::domain::{
    self, Audit, Bilingual, FocusId, Format, FrameworkId, ItemLog, Level, Owner, Pattern,
    Prescription, Profile, ProgramId, Progression, SectionKind, SkillWeights, SlotRole,
    Suppression, Visibility, WeekPhase,
};

#[derive(Debug, Deserialize)]
pub(super) struct Document {
    #[serde(default)]
    pub(super) schema_version: u32,
    #[serde(default)]
    pub(super) kind: Option<String>,
    #[serde(default)]
    pub(super) id: String,
    #[serde(default)]
    pub(super) title: String,
    pub(super) owner: Option<Owner>,
    pub(super) profile: Option<Profile>,
    #[serde(default)]
    pub(super) engine: String,
    pub(super) seed: Option<u64>,
    #[serde(default)]
    pub(super) library_hash: String,
    pub(super) profile_hash: Option<String>,
    pub(super) model: Option<String>,
    pub(super) audit: Option<Box<Audit>>,
    pub(super) version_of: Option<ProgramId>,
    pub(super) framework: Option<FrameworkId>,
    pub(super) start: Option<Date>,
    #[serde(default)]
    pub(super) mesocycles: Vec<Mesocycle>,
    #[serde(default)]
    pub(super) notes: Vec<Said>,
    #[serde(default)]
    pub(super) weeks: Vec<Week>,
    pub(super) skeleton: Option<Skeleton>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Said {
    Key {
        id: String,
        #[serde(default)]
        args: Map<String, Value>,
    },
    /// A sentence somebody wrote by hand.
    Text(String),
}

#[derive(Debug, Deserialize)]
pub(super) struct Mesocycle {
    pub(super) title: Said,
    pub(super) first: u16,
    pub(super) last: u16,
}

#[derive(Debug, Deserialize)]
pub(super) struct Week {
    pub(super) index: Option<u16>,
    #[serde(default)]
    pub(super) phase: WeekPhase,
    #[serde(default)]
    pub(super) intent: Vec<Said>,
    #[serde(default)]
    pub(super) units: Vec<Unit>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Unit {
    pub(super) id: Option<String>,
    #[serde(default)]
    pub(super) title: String,
    pub(super) owner: Option<Owner>,
    pub(super) program: Option<String>,
    pub(super) week: Option<u16>,
    pub(super) day: Option<u8>,
    pub(super) date: Option<Date>,
    pub(super) minutes: Option<u16>,
    pub(super) people: Option<u16>,
    pub(super) slot: Option<SlotRef>,
    #[serde(default)]
    pub(super) streams: Vec<Stream>,
    #[serde(default)]
    pub(super) sections: Vec<Section>,
    #[serde(default)]
    pub(super) notes: String,
    #[serde(default)]
    pub(super) reasons: Vec<Said>,
    #[serde(default)]
    pub(super) suppress: Vec<Suppression>,
    pub(super) visibility: Option<Visibility>,
    #[serde(default)]
    pub(super) done: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct SlotRef {
    pub(super) framework: String,
    pub(super) slot: String,
}

#[expect(clippy::struct_field_names, reason = "the public key is `stream`")]
#[derive(Debug, Deserialize)]
pub(super) struct Stream {
    pub(super) phase: u16,
    pub(super) stream: u16,
    #[serde(default)]
    pub(super) title: String,
    pub(super) level: Option<Level>,
    pub(super) size: Option<u16>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Section {
    pub(super) id: Option<String>,
    pub(super) kind: Option<SectionKind>,
    #[serde(default)]
    pub(super) title: String,
    #[serde(default)]
    pub(super) phase: u16,
    #[serde(default)]
    pub(super) stream: u16,
    pub(super) format: Option<Format>,
    pub(super) rounds: Option<u16>,
    pub(super) cap_s: Option<u32>,
    pub(super) minutes: Option<u16>,
    #[serde(default)]
    pub(super) notes: String,
    #[serde(default)]
    pub(super) items: Vec<Item>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Item {
    pub(super) id: Option<String>,
    pub(super) exercise: Option<String>,
    pub(super) name: Option<String>,
    pub(super) label: Option<Bilingual>,
    pub(super) group: Option<String>,
    pub(super) prescription: Option<Dose>,
    pub(super) minutes: Option<u16>,
    #[serde(default)]
    pub(super) notes: String,
    pub(super) progression: Option<Progression>,
    #[serde(default)]
    pub(super) reasons: Vec<Said>,
    #[serde(default)]
    pub(super) suppress: Vec<Suppression>,
    pub(super) log: Option<ItemLog>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Dose {
    Text(String),
    Fields {
        #[serde(default)]
        text: String,
        exact: Option<Box<Prescription>>,
    },
}

#[derive(Debug, Deserialize)]
pub(super) struct Skeleton {
    pub(super) target_group: String,
    pub(super) style: Option<String>,
    #[serde(default)]
    pub(super) focus: Vec<FocusId>,
    #[serde(default)]
    pub(super) training_types: Vec<domain::TrainingTypeId>,
    #[serde(default)]
    pub(super) skills: SkillWeights,
    #[serde(default)]
    pub(super) visibility: Visibility,
    #[serde(default)]
    pub(super) slots: Vec<Slot>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Slot {
    pub(super) id: String,
    #[serde(default)]
    pub(super) title: String,
    #[serde(default)]
    pub(super) role: SlotRole,
    pub(super) minutes: Option<u16>,
    #[serde(default)]
    pub(super) focus: Vec<FocusId>,
    #[serde(default)]
    pub(super) patterns: Vec<Pattern>,
    #[serde(default)]
    pub(super) skills: SkillWeights,
    #[serde(default)]
    pub(super) notes: String,
    pub(super) blueprint: Option<Unit>,
}
