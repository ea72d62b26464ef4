//! The tables of `data/mapping/`: foreign words → our catalogues. Parsed once per process.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::domain::{
    Category, EquipmentId, FocusId, Level, Mechanic, Muscle, Pattern, StyleId, TrainingTypeId,
};
use crate::import::ImportError;
use crate::language::fold;

/// What the words of one foreign library mean. Keys are folded.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mapping {
    /// Its name, kept with every exercise.
    pub(super) source: String,
    /// Its licence, where an entry names none.
    pub(super) licence: String,
    /// What our ids of its exercises begin with.
    pub(super) prefix: String,
    pub(super) muscles: BTreeMap<String, Vec<Muscle>>,
    pub(super) equipment: BTreeMap<String, Vec<Vec<EquipmentId>>>,
    #[serde(default)]
    pub(super) levels: BTreeMap<String, Level>,
    #[serde(default)]
    pub(super) mechanics: BTreeMap<String, Mechanic>,
    pub(super) categories: BTreeMap<String, Sort>,
}

/// What a foreign category says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sort {
    pub(super) category: Category,
    #[serde(default)]
    pub(super) types: Vec<TrainingTypeId>,
    #[serde(default)]
    pub(super) focus: Vec<FocusId>,
    #[serde(default)]
    pub(super) styles: Vec<StyleId>,
    #[serde(default)]
    pub(super) patterns: Vec<Pattern>,
    pub(super) min_age: u8,
}

/// What words of a name say. Keys are folded phrases.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub(super) patterns: BTreeMap<String, Pattern>,
    pub(super) equipment: BTreeMap<String, Vec<EquipmentId>>,
}

type Shipped<T> = OnceLock<Result<T, String>>;

impl Mapping {
    pub(super) fn free_exercise_db() -> Result<&'static Self, ImportError> {
        static TABLE: Shipped<Mapping> = OnceLock::new();
        shipped(&TABLE, include_str!("../../../data/mapping/free_exercise_db.toml"))
    }

    pub(super) fn wger() -> Result<&'static Self, ImportError> {
        static TABLE: Shipped<Mapping> = OnceLock::new();
        shipped(&TABLE, include_str!("../../../data/mapping/wger.toml"))
    }
}

impl Names {
    pub(super) fn shipped() -> Result<&'static Self, ImportError> {
        static TABLE: Shipped<Names> = OnceLock::new();
        shipped(&TABLE, include_str!("../../../data/mapping/names.toml"))
    }

    /// What the longest phrase of the name says.
    pub(super) fn longest<'a, T>(table: &'a BTreeMap<String, T>, name: &str) -> Option<&'a T> {
        let name = spaced(name);
        let held = table.iter().filter(|(phrase, _)| {
            let phrase = spaced(phrase);
            name.contains(&phrase) || name.contains(&format!("{}s ", phrase.trim_end()))
        });
        held.max_by_key(|(phrase, _)| phrase.chars().count()).map(|(_, meaning)| meaning)
    }
}

/// The words of a text, folded, each between single spaces.
fn spaced(text: &str) -> String {
    let folded = fold(text).replace('\'', "");
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|w| !w.is_empty());
    words.fold(String::from(" "), |text, word| text + word + " ")
}

fn shipped<T: for<'a> Deserialize<'a>>(
    table: &'static Shipped<T>,
    text: &str,
) -> Result<&'static T, ImportError> {
    let table = table.get_or_init(|| toml::from_str(text).map_err(|error| error.to_string()));
    table.as_ref().map_err(|reason| ImportError::Mapping { reason: reason.clone() })
}
