//! Framework programs: reusable skeletons of slots, without dates.

use serde::{Deserialize, Serialize};

use super::{
    FocusId, FrameworkId, Pattern, SkillWeights, SlotId, StyleId, TargetGroupId, TrainingTypeId,
    Unit, Visibility,
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

impl Framework {
    /// The slot with this id.
    #[must_use]
    pub fn slot(&self, id: &SlotId) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.id == *id)
    }
}
