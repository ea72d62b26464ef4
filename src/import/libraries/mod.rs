//! Exercise libraries: as bare entries to match against, and as exercises of ours to keep. Foreign
//! words are translated by the tables of `data/mapping/`; whatever has no translation is reported.

mod convert;
mod entries;
mod free_exercise_db;
mod guide;
mod json;
mod mapping;
mod rows;
#[cfg(test)]
mod tests;
mod wger;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Exercise, ProgressionGraph};

use super::ImportError;

pub use entries::read_library;
pub use guide::Guide;

/// A shape a library file can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LibraryFormat {
    /// The JSON of free-exercise-db, as one list or a line per exercise.
    FreeExerciseDb,
    /// The `exerciseinfo` JSON of wger, as pages or a list.
    Wger,
    /// Our own JSON.
    Json,
    /// Our own TOML, in the form of the data files.
    Toml,
    /// Our own table.
    Csv,
}

impl LibraryFormat {
    /// Every format, in the order of the help text.
    pub const ALL: [Self; 5] =
        [Self::FreeExerciseDb, Self::Wger, Self::Json, Self::Toml, Self::Csv];

    /// The word of the command line and of JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::FreeExerciseDb => "free-exercise-db",
            Self::Wger => "wger",
            Self::Json => "json",
            Self::Toml => "toml",
            Self::Csv => "csv",
        }
    }

    /// Finds out what a text is; `None` when it is none of them.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        // enough to see the keys of the first exercise behind its description
        const LOOKED_AT: usize = 20_000;
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(at, _)| at);
        let head = text.get(..end).unwrap_or_default();
        let starts_table = |line: &str| {
            let line = line.trim();
            line == "[[exercise]]" || line == "[[graph]]" || line.starts_with("edges =")
        };
        match head.chars().next()? {
            '[' | '{' if !head.starts_with("[[") => {
                let has = |key: &str| head.contains(key);
                if has("\"primaryMuscles\"") || has("\"instructions\"") {
                    Some(Self::FreeExerciseDb)
                } else if has("\"translations\"") || has("\"muscles_secondary\"") {
                    Some(Self::Wger)
                } else {
                    Some(Self::Json)
                }
            }
            _ if head.lines().any(starts_table) => Some(Self::Toml),
            _ => rows::is_table(head).then_some(Self::Csv),
        }
    }
}

/// What a library file holds, as ours.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LibraryDraft {
    /// Exercises, in the order of the file.
    pub exercises: Vec<Exercise>,
    /// Progressions, in the order of the file.
    pub graphs: Vec<ProgressionGraph>,
    /// What has no counterpart here.
    pub unmapped: Vec<Unmapped>,
    /// Entries of the file that have no name and were left out.
    pub nameless: usize,
    /// Foreign exercises that are surely one of ours: their id and ours. They took over what the
    /// file does not say: pattern, skills, who should avoid it.
    pub recognised: BTreeMap<String, String>,
}

/// A foreign word without a counterpart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmapped {
    /// What it stands for: `muscles`, `equipment`, `levels` …
    pub list: &'static str,
    /// The word; empty where the file says nothing.
    pub value: String,
    /// How many entries hold it.
    pub count: usize,
    /// The first of them, by its id here.
    pub first: String,
}

/// Reads a library file as exercises of ours. `format`: `None` finds out.
///
/// # Errors
/// [`ImportError`] naming line or entry; a file is read as a whole or not at all.
pub fn read_exercises(
    text: &str,
    format: Option<LibraryFormat>,
    guide: &Guide<'_>,
) -> Result<(LibraryFormat, LibraryDraft), ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    let format = format.or_else(|| LibraryFormat::of(text)).ok_or(ImportError::NoLibrary)?;
    let draft = match format {
        LibraryFormat::FreeExerciseDb => free_exercise_db::read(text, guide)?,
        LibraryFormat::Wger => wger::read(text, guide)?,
        LibraryFormat::Json => json::read(text)?,
        LibraryFormat::Toml => rows::read_toml(text)?,
        LibraryFormat::Csv => rows::read_csv(text)?,
    };
    if draft.exercises.is_empty() && draft.graphs.is_empty() {
        return Err(ImportError::NoLibrary);
    }
    let mut seen = BTreeSet::new();
    let exercises = draft.exercises.iter().map(|exercise| format!("exercises/{}", exercise.id));
    let graphs = draft.graphs.iter().map(|graph| format!("graphs/{}", graph.id));
    if let Some(path) = exercises.chain(graphs).find(|path| !seen.insert(path.clone())) {
        return Err(ImportError::Twice { path });
    }
    Ok((format, draft))
}
