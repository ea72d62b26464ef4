//! free-exercise-db: a JSON list, or one exercise per line. English only, no other names.

use serde::Deserialize;

use super::convert::{Converter, Foreign};
use super::mapping::Mapping;
use super::{Guide, LibraryDraft};
use crate::domain::Bilingual;
use crate::import::ImportError;

/// The fields that are read; `force` and `images` have no counterpart here.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    id: String,
    #[serde(default)]
    name: String,
    level: Option<String>,
    mechanic: Option<String>,
    equipment: Option<String>,
    #[serde(default)]
    primary_muscles: Vec<String>,
    #[serde(default)]
    secondary_muscles: Vec<String>,
    #[serde(default)]
    instructions: Vec<String>,
    category: Option<String>,
}

pub(super) fn read(text: &str, guide: &Guide<'_>) -> Result<LibraryDraft, ImportError> {
    let entries: Vec<Entry> = if text.trim_start().starts_with('[') {
        serde_json::from_str(text).map_err(|error| ImportError::json(&error, 0))?
    } else {
        lines(text)?
    };
    let mut converter = Converter::new(Mapping::free_exercise_db()?, guide)?;
    for entry in entries {
        converter.add(foreign(entry));
    }
    Ok(converter.finish())
}

fn lines(text: &str) -> Result<Vec<Entry>, ImportError> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| serde_json::from_str(line).map_err(|error| ImportError::json(&error, at)))
        .collect()
}

fn foreign(entry: Entry) -> Foreign {
    Foreign {
        id: entry.id,
        name: Bilingual::same(entry.name),
        category: entry.category,
        level: entry.level,
        mechanic: entry.mechanic,
        equipment: entry.equipment.into_iter().collect(),
        primary: entry.primary_muscles,
        secondary: entry.secondary_muscles,
        description: Bilingual::new(entry.instructions.join(" "), ""),
        ..Foreign::default()
    }
}
