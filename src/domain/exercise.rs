//! A movement or drill with the facts every engine needs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Bilingual, BilingualList, Category, Contraindication, EquipmentId, ExerciseId, FocusId, Goal,
    Level, Mechanic, Muscle, Partner, Pattern, SkillId, StyleId, TargetGroupId, TrainingTypeId,
    Visibility,
};

/// How strongly an exercise, plan or goal asks for each skill, 0–1.
pub type SkillWeights = BTreeMap<SkillId, f32>;

/// A movement or drill.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exercise {
    /// Stable id.
    pub id: ExerciseId,
    /// Name in both languages.
    pub name: Bilingual,
    /// Other names coaches use: abbreviations, app spellings, slang.
    #[serde(default)]
    pub aliases: BilingualList,
    /// Simple, or built of parts.
    #[serde(default)]
    pub kind: ExerciseKind,
    /// What sort of thing it is.
    pub category: Category,
    /// Movement patterns, the leading one first. Never empty in the built-in library.
    pub patterns: Vec<Pattern>,
    /// Muscles that count 1.0 per set.
    #[serde(default)]
    pub primary: Vec<Muscle>,
    /// Muscles that count 0.5 per set.
    #[serde(default)]
    pub secondary: Vec<Muscle>,
    /// Alternatives, each a set of things needed together. Empty: nothing is needed.
    #[serde(default)]
    pub equipment: Vec<Vec<EquipmentId>>,
    /// How many joints move; drills and games have none.
    #[serde(default)]
    pub mechanic: Option<Mechanic>,
    /// Whether one side works at a time.
    #[serde(default)]
    pub unilateral: bool,
    /// Level from which it is suitable.
    pub level: Level,
    /// Youngest suitable age in years.
    pub min_age: u8,
    /// Who should avoid it.
    #[serde(default)]
    pub contra: Vec<Contraindication>,
    /// Skills it trains, 0–1.
    #[serde(default)]
    pub skills: SkillWeights,
    /// Content domains; the first is the primary one.
    #[serde(default)]
    pub focus: Vec<FocusId>,
    /// Method classes it suits.
    #[serde(default)]
    pub training_types: Vec<TrainingTypeId>,
    /// Target groups it was written for; empty: any.
    #[serde(default)]
    pub target_groups: Vec<TargetGroupId>,
    /// Sports or schools it belongs to; empty: any.
    #[serde(default)]
    pub styles: Vec<StyleId>,
    /// How many people it needs.
    pub partner: Partner,
    /// Default prescription per goal, in the notation of `crate::notation`.
    #[serde(default)]
    pub doses: BTreeMap<Goal, String>,
    /// Smallest sensible step of load in kilograms.
    #[serde(default)]
    pub increment_kg: Option<f32>,
    /// Minutes for drills and games.
    #[serde(default)]
    pub minutes: Option<DrillMinutes>,
    /// One sentence: what it is or what to watch, at most 140 characters per language.
    pub fact: Bilingual,
    /// Who may see it.
    #[serde(default)]
    pub visibility: Visibility,
    /// Where it came from.
    #[serde(default)]
    pub origin: Origin,
}

/// Simple exercise, or a combination of others.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "parts")]
pub enum ExerciseKind {
    /// One movement.
    #[default]
    Simple,
    /// A complex, circuit or drill chain.
    Combination(Vec<Part>),
}

/// A part of a combination.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The exercise done in this part.
    pub exercise: ExerciseId,
    /// What is done of it, in the notation; empty where the combination decides.
    #[serde(default)]
    pub dose: String,
}

/// How long a drill or game runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillMinutes {
    /// Shortest useful time.
    pub min: u8,
    /// What the planner gives it.
    pub usual: u8,
    /// Longest useful time.
    pub max: u8,
}

/// Where an exercise came from, kept for licence and upgrades.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "from")]
pub enum Origin {
    /// Shipped with planwright.
    #[default]
    BuiltIn,
    /// Made by a club, or a built-in one it changed.
    Club,
    /// Imported from a file.
    Imported {
        /// Name of the source, e.g. `free-exercise-db`.
        source: String,
        /// Its licence.
        licence: String,
    },
}

impl Exercise {
    /// An exercise of which nothing is known but its name: a drill for beginners, alone, without
    /// equipment, from six years.
    #[must_use]
    pub fn named(id: ExerciseId, name: Bilingual) -> Self {
        Self {
            id,
            name,
            aliases: BilingualList::default(),
            kind: ExerciseKind::default(),
            category: Category::Drill,
            patterns: Vec::new(),
            primary: Vec::new(),
            secondary: Vec::new(),
            equipment: Vec::new(),
            mechanic: None,
            unilateral: false,
            level: Level::Beginner,
            min_age: 6,
            contra: Vec::new(),
            skills: SkillWeights::new(),
            focus: Vec::new(),
            training_types: Vec::new(),
            target_groups: Vec::new(),
            styles: Vec::new(),
            partner: Partner::None,
            doses: BTreeMap::new(),
            increment_kg: None,
            minutes: None,
            fact: Bilingual::default(),
            visibility: Visibility::default(),
            origin: Origin::default(),
        }
    }

    /// Whether one of the alternatives is fully contained in `available`.
    #[must_use]
    pub fn possible_with(&self, available: impl Fn(&EquipmentId) -> bool) -> bool {
        self.equipment.is_empty()
            || self.equipment.iter().any(|needed| {
                needed.iter().all(|thing| thing.as_str() == "none" || available(thing))
            })
    }

    /// Whether it is built of parts, and one of them is this exercise.
    #[must_use]
    pub fn has_part(&self, exercise: &ExerciseId) -> bool {
        match &self.kind {
            ExerciseKind::Simple => false,
            ExerciseKind::Combination(parts) => parts.iter().any(|part| part.exercise == *exercise),
        }
    }

    /// Every name and alias, English name first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [self.name.en.as_str(), self.name.de.as_str()].into_iter().chain(self.aliases.iter())
    }
}
