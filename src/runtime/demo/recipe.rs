//! The shape of `data/demo/*.toml`: units with days relative to today, doses in the notation.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::{
    AthleteId, AthleteProfile, Bilingual, EquipmentId, ExerciseId, FocusId, Format, FrameworkId,
    GroupId, Level, SectionKind, SkillWeights, SlotId, SlotRole, StyleId, TargetGroupId,
    TrainingTypeId, UnitId,
};

use super::DemoError;

/// `athlete.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AthleteFile {
    pub(super) athlete: AthleteRecipe,
    #[serde(rename = "unit")]
    pub(super) units: Vec<UnitRecipe>,
}

/// `judo.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupFile {
    pub(super) group: GroupRecipe,
    pub(super) framework: FrameworkRecipe,
    #[serde(rename = "unit")]
    pub(super) units: Vec<UnitRecipe>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AthleteRecipe {
    pub(super) id: AthleteId,
    pub(super) name: String,
    pub(super) goal_text: Bilingual,
    pub(super) profile: AthleteProfile,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupRecipe {
    pub(super) id: GroupId,
    pub(super) name: Bilingual,
    pub(super) size: u16,
    pub(super) age_min: u8,
    pub(super) age_max: u8,
    pub(super) target_group: TargetGroupId,
    pub(super) style: Option<StyleId>,
    pub(super) level_mix: BTreeMap<Level, u16>,
    pub(super) skills: SkillWeights,
    pub(super) equipment: Vec<EquipmentId>,
    pub(super) minutes: u16,
    pub(super) known: Vec<ExerciseId>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FrameworkRecipe {
    pub(super) id: FrameworkId,
    pub(super) title: Bilingual,
    pub(super) target_group: TargetGroupId,
    pub(super) style: Option<StyleId>,
    pub(super) focus: Vec<FocusId>,
    pub(super) training_types: Vec<TrainingTypeId>,
    pub(super) skills: SkillWeights,
    #[serde(rename = "slot")]
    pub(super) slots: Vec<SlotRecipe>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SlotRecipe {
    pub(super) id: SlotId,
    pub(super) title: Bilingual,
    pub(super) role: SlotRole,
    pub(super) focus: Vec<FocusId>,
    pub(super) skills: SkillWeights,
    pub(super) notes: Bilingual,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitRecipe {
    pub(super) id: UnitId,
    pub(super) title: Bilingual,
    /// Days after today; negative: before.
    pub(super) day: i32,
    pub(super) minutes: u16,
    pub(super) people: Option<u16>,
    pub(super) slot: Option<SlotId>,
    #[serde(default)]
    pub(super) done: bool,
    /// The unit the program opens with.
    #[serde(default)]
    pub(super) tonight: bool,
    #[serde(default)]
    pub(super) notes: Bilingual,
    #[serde(default, rename = "stream")]
    pub(super) streams: Vec<StreamRecipe>,
    #[serde(rename = "section")]
    pub(super) sections: Vec<SectionRecipe>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StreamRecipe {
    pub(super) phase: u16,
    pub(super) stream: u16,
    pub(super) title: Bilingual,
    pub(super) level: Level,
    pub(super) size: u16,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SectionRecipe {
    pub(super) kind: SectionKind,
    #[serde(default)]
    pub(super) title: Bilingual,
    #[serde(default)]
    pub(super) phase: u16,
    #[serde(default)]
    pub(super) stream: u16,
    pub(super) format: Option<Format>,
    pub(super) minutes: Option<u16>,
    pub(super) items: Vec<ItemRecipe>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ItemRecipe {
    pub(super) exercise: ExerciseId,
    pub(super) dose: String,
    pub(super) superset: Option<String>,
    /// What was done: repetitions, kilograms (0: the body alone), RPE.
    #[serde(default)]
    pub(super) sets: Vec<(u16, f64, f64)>,
}

/// The athlete's file.
pub(super) fn athlete() -> Result<AthleteFile, DemoError> {
    read("athlete.toml", include_str!("../../../data/demo/athlete.toml"))
}

/// The group's file.
pub(super) fn group() -> Result<GroupFile, DemoError> {
    read("judo.toml", include_str!("../../../data/demo/judo.toml"))
}

fn read<T: serde::de::DeserializeOwned>(file: &'static str, text: &str) -> Result<T, DemoError> {
    toml::from_str(text).map_err(|error| DemoError::File { file, detail: error.to_string() })
}
