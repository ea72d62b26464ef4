//! Framework programs: reusable skeletons of slots, without dates.

use serde::{Deserialize, Serialize};

use super::{
    ExerciseId, FocusId, FrameworkId, Pattern, SkillWeights, SlotId, StyleId, TargetGroupId,
    TrainingTypeId, Unit, Visibility,
};

/// A reusable program skeleton.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Framework {
    /// Stable id.
    pub id: FrameworkId,
    /// Title as the club writes it.
    pub title: String,
    /// Who it was written for.
    pub target_group: TargetGroupId,
    /// Sport or school.
    #[serde(default)]
    pub style: Option<StyleId>,
    /// Content domains; the first is the primary one.
    #[serde(default)]
    pub focus: Vec<FocusId>,
    /// Method classes.
    #[serde(default)]
    pub training_types: Vec<TrainingTypeId>,
    /// Skills over the whole program, 0–1; stands in for slots that name none.
    #[serde(default)]
    pub skills: SkillWeights,
    /// Places to fill, in order.
    pub slots: Vec<Slot>,
    /// Who may see it.
    #[serde(default)]
    pub visibility: Visibility,
}

/// A place in a framework to be filled by one unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Slot {
    /// Stable id.
    pub id: SlotId,
    /// What the unit is about.
    pub title: String,
    /// What the unit does in the program.
    #[serde(default)]
    pub role: SlotRole,
    /// Minutes of the unit.
    #[serde(default)]
    pub minutes: Option<u16>,
    /// Content domains of this unit.
    #[serde(default)]
    pub focus: Vec<FocusId>,
    /// Movement patterns a strength slot must hold.
    #[serde(default)]
    pub patterns: Vec<Pattern>,
    /// Skills of this unit, 0–1.
    #[serde(default)]
    pub skills: SkillWeights,
    /// What the author wants the trainer to know.
    #[serde(default)]
    pub notes: String,
    /// A unit to copy, never to share.
    #[serde(default)]
    pub blueprint: Option<Box<Unit>>,
}

/// What a slot's unit does in the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlotRole {
    /// Brings something new.
    Introduce,
    /// Repeats and deepens.
    #[default]
    Develop,
    /// Puts it under pressure: game, sparring, complexity.
    Apply,
    /// Lightens the load.
    Recover,
    /// Looks at what was learned.
    Test,
}

impl SlotRole {
    /// In the order of a program.
    pub const ALL: &'static [Self] =
        &[Self::Introduce, Self::Develop, Self::Apply, Self::Recover, Self::Test];

    /// The stable id used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Introduce => "introduce",
            Self::Develop => "develop",
            Self::Apply => "apply",
            Self::Recover => "recover",
            Self::Test => "test",
        }
    }
}

impl Slot {
    /// A place that asks for nothing yet.
    #[must_use]
    pub fn new(id: SlotId, title: impl Into<String>) -> Self {
        Self {
            id,
            title: title.into(),
            role: SlotRole::default(),
            minutes: None,
            focus: Vec::new(),
            patterns: Vec::new(),
            skills: SkillWeights::new(),
            notes: String::new(),
            blueprint: None,
        }
    }

    /// The exercises of its blueprint, in order.
    pub fn exercises(&self) -> impl Iterator<Item = &ExerciseId> {
        self.blueprint.iter().flat_map(|unit| unit.exercises())
    }
}

impl Framework {
    /// A skeleton of the club without a slot.
    #[must_use]
    pub fn new(id: FrameworkId, title: impl Into<String>, target_group: TargetGroupId) -> Self {
        Self {
            id,
            title: title.into(),
            target_group,
            style: None,
            focus: Vec::new(),
            training_types: Vec::new(),
            skills: SkillWeights::new(),
            slots: Vec::new(),
            visibility: Visibility::Club,
        }
    }

    /// The slot with this id.
    #[must_use]
    pub fn slot(&self, id: &SlotId) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.id == *id)
    }
}
