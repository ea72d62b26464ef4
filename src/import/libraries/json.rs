//! Our own JSON: what `library export` writes, or a bare list of exercises.

use serde::Deserialize;

use super::LibraryDraft;
use super::rows::tidied;
use crate::domain::{Exercise, ProgressionGraph};
use crate::import::ImportError;
use crate::library::LIBRARY_VERSION;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "planwright_library")]
    version: Option<u32>,
    #[serde(default)]
    exercises: Vec<Exercise>,
    #[serde(default)]
    graphs: Vec<ProgressionGraph>,
}

pub(super) fn read(text: &str) -> Result<LibraryDraft, ImportError> {
    let refused = |error: serde_json::Error| ImportError::json(&error, 0);
    let (exercises, graphs) = if text.trim_start().starts_with('[') {
        (serde_json::from_str(text).map_err(refused)?, Vec::new())
    } else {
        let file: File = serde_json::from_str(text).map_err(refused)?;
        if let Some(version) = file.version.filter(|version| *version > LIBRARY_VERSION) {
            return Err(ImportError::Newer { version });
        }
        (file.exercises, file.graphs)
    };
    Ok(LibraryDraft {
        exercises: exercises.into_iter().map(tidied).collect(),
        graphs,
        ..LibraryDraft::default()
    })
}
