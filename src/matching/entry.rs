//! One thing a name may mean: a row of any library, reduced to what matching needs.

use crate::domain::Exercise;

/// A row of a library: ours, a club's, or a foreign file's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// Id within its library.
    pub id: String,
    /// Every name; the first is the one shown.
    pub names: Vec<String>,
    /// What it is done with, in words, where the library says so; empty: nothing said.
    pub equipment: Vec<String>,
    /// Muscles it is for, in words.
    pub muscles: Vec<String>,
    /// What sort of thing it is, in words.
    pub category: Option<String>,
}

impl Entry {
    /// A row that is nothing but a name.
    #[must_use]
    pub fn named(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self { id: id.into(), names: vec![name.into()], ..Self::default() }
    }
}

impl From<&Exercise> for Entry {
    fn from(exercise: &Exercise) -> Self {
        // only what every alternative needs says something about the name
        let equipment = match exercise.equipment.as_slice() {
            [only] => only.iter().map(|id| id.as_str().replace('_', " ")).collect(),
            _ => Vec::new(),
        };
        Self {
            id: exercise.id.as_str().to_owned(),
            names: exercise.names().filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            equipment,
            muscles: exercise.primary.iter().map(|m| m.id().replace('_', " ")).collect(),
            category: Some(exercise.category.id().to_owned()),
        }
    }
}
