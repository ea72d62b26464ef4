//! An exercise as people write it: one flat row with the keys of the data files. TOML and CSV
//! files hold these; the built-in data is read by `build.rs`, which has its own checks.

mod cells;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::{
    Bilingual, BilingualList, Category, Contraindication, DrillMinutes, EquipmentId, Exercise,
    ExerciseId, ExerciseKind, FocusId, Goal, Level, Mechanic, Muscle, Origin, Part, Partner,
    Pattern, SkillWeights, StyleId, TargetGroupId, TrainingTypeId, Visibility,
};

/// Version of the JSON libraries are exchanged in.
pub const LIBRARY_VERSION: u32 = 1;

/// One exercise, flat. Missing keys hold their default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Stable id.
    pub id: ExerciseId,
    /// English name.
    pub en: String,
    /// German name.
    pub de: String,
    /// Other English names.
    #[serde(default)]
    pub aliases_en: Vec<String>,
    /// Other German names.
    #[serde(default)]
    pub aliases_de: Vec<String>,
    /// What sort of thing it is.
    pub category: Category,
    /// Movement patterns, the leading one first.
    #[serde(default)]
    pub patterns: Vec<Pattern>,
    /// Muscles that count 1.0 per set.
    #[serde(default)]
    pub primary: Vec<Muscle>,
    /// Muscles that count 0.5 per set.
    #[serde(default)]
    pub secondary: Vec<Muscle>,
    /// Alternatives, each what is needed together.
    #[serde(default)]
    pub equipment: Vec<Vec<EquipmentId>>,
    /// How many joints move.
    #[serde(default)]
    pub mechanic: Option<Mechanic>,
    /// Whether one side works at a time.
    #[serde(default)]
    pub unilateral: bool,
    /// Level from which it is suitable.
    pub level: Level,
    /// Youngest suitable age in years.
    #[serde(default)]
    pub min_age: u8,
    /// Who should avoid it.
    #[serde(default)]
    pub contra: Vec<Contraindication>,
    /// Skills it trains, 0–1.
    #[serde(default)]
    pub skills: SkillWeights,
    /// Content domains, the primary one first.
    #[serde(default)]
    pub focus: Vec<FocusId>,
    /// Method classes.
    #[serde(default)]
    pub types: Vec<TrainingTypeId>,
    /// Target groups; empty: any.
    #[serde(default)]
    pub groups: Vec<TargetGroupId>,
    /// Sports or schools; empty: any.
    #[serde(default)]
    pub styles: Vec<StyleId>,
    /// How many people it needs.
    #[serde(default = "alone")]
    pub partner: Partner,
    /// Shortest, usual and longest minutes.
    #[serde(default)]
    pub minutes: Option<[u8; 3]>,
    /// Smallest sensible step of load in kilograms.
    #[serde(default)]
    pub increment_kg: Option<f32>,
    /// What it is, in English.
    #[serde(default)]
    pub fact_en: String,
    /// What it is, in German.
    #[serde(default)]
    pub fact_de: String,
    /// What a combination is built of.
    #[serde(default)]
    pub parts: Vec<PartRecord>,
    /// Who may see it; written where it is not everyone.
    #[serde(default)]
    pub visibility: Visibility,
    /// The library it was imported from.
    #[serde(default)]
    pub source: Option<String>,
    /// The licence of that library.
    #[serde(default)]
    pub licence: Option<String>,
    /// Whether a club made it.
    #[serde(default)]
    pub club: bool,
    /// Default prescription per goal.
    #[serde(default)]
    pub dose: BTreeMap<Goal, String>,
}

/// One part of a combination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartRecord {
    /// The exercise.
    pub exercise: ExerciseId,
    /// What is done of it.
    #[serde(default)]
    pub dose: String,
}

const fn alone() -> Partner {
    Partner::None
}

impl From<&Exercise> for Record {
    fn from(exercise: &Exercise) -> Self {
        let (source, licence) = match &exercise.origin {
            Origin::Imported { source, licence } => (Some(source.clone()), Some(licence.clone())),
            Origin::BuiltIn | Origin::Club => (None, None),
        };
        let parts = match &exercise.kind {
            ExerciseKind::Simple => Vec::new(),
            ExerciseKind::Combination(parts) => parts
                .iter()
                .map(|part| PartRecord { exercise: part.exercise.clone(), dose: part.dose.clone() })
                .collect(),
        };
        let exercise = exercise.clone();
        Self {
            id: exercise.id,
            en: exercise.name.en,
            de: exercise.name.de,
            aliases_en: exercise.aliases.en,
            aliases_de: exercise.aliases.de,
            category: exercise.category,
            patterns: exercise.patterns,
            primary: exercise.primary,
            secondary: exercise.secondary,
            equipment: exercise.equipment,
            mechanic: exercise.mechanic,
            unilateral: exercise.unilateral,
            level: exercise.level,
            min_age: exercise.min_age,
            contra: exercise.contra,
            skills: exercise.skills,
            focus: exercise.focus,
            types: exercise.training_types,
            groups: exercise.target_groups,
            styles: exercise.styles,
            partner: exercise.partner,
            minutes: exercise.minutes.map(|minutes| [minutes.min, minutes.usual, minutes.max]),
            increment_kg: exercise.increment_kg,
            fact_en: exercise.fact.en,
            fact_de: exercise.fact.de,
            parts,
            visibility: exercise.visibility,
            source,
            licence,
            club: exercise.origin == Origin::Club,
            dose: exercise.doses,
        }
    }
}

impl From<Record> for Exercise {
    fn from(record: Record) -> Self {
        let parts: Vec<Part> = record
            .parts
            .into_iter()
            .map(|part| Part { exercise: part.exercise, dose: part.dose })
            .collect();
        let origin = match (record.source, record.licence) {
            (None, None) if record.club => Origin::Club,
            (None, None) => Origin::BuiltIn,
            (source, licence) => Origin::Imported {
                source: source.unwrap_or_default(),
                licence: licence.unwrap_or_default(),
            },
        };
        Self {
            id: record.id,
            name: Bilingual::new(record.en, record.de),
            aliases: BilingualList { en: record.aliases_en, de: record.aliases_de },
            kind: if parts.is_empty() {
                ExerciseKind::Simple
            } else {
                ExerciseKind::Combination(parts)
            },
            category: record.category,
            patterns: record.patterns,
            primary: record.primary,
            secondary: record.secondary,
            equipment: record.equipment,
            mechanic: record.mechanic,
            unilateral: record.unilateral,
            level: record.level,
            min_age: record.min_age,
            contra: record.contra,
            skills: record.skills,
            focus: record.focus,
            training_types: record.types,
            target_groups: record.groups,
            styles: record.styles,
            partner: record.partner,
            doses: record.dose,
            increment_kg: record.increment_kg,
            minutes: record.minutes.map(|[min, usual, max]| DrillMinutes { min, usual, max }),
            fact: Bilingual::new(record.fact_en, record.fact_de),
            visibility: record.visibility,
            origin,
        }
    }
}
