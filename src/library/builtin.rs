//! The library that ships inside the binary. `build.rs` made JSON texts of `data/`; here it
//! becomes values. Checking what hangs together is [`super::Library::new`]'s duty.

use std::thread;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::LibraryError;
use crate::domain::{Catalogues, Exercise, ProgressionGraph};

/// Everything but the exercises.
const LIBRARY: &str = include_str!(concat!(env!("OUT_DIR"), "/library.json"));
/// The exercises in two halves: reading them is most of a start.
const FIRST: &str = include_str!(concat!(env!("OUT_DIR"), "/exercises-1.json"));
const SECOND: &str = include_str!(concat!(env!("OUT_DIR"), "/exercises-2.json"));

/// Everything a [`super::Library`] is made of, as it is stored and transported.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LibraryData {
    /// Exercises, in any order.
    #[serde(default)]
    pub exercises: Vec<Exercise>,
    /// Progression graphs, in any order.
    #[serde(default)]
    pub graphs: Vec<ProgressionGraph>,
    /// The lists exercises refer to.
    #[serde(default)]
    pub catalogues: Catalogues,
}

/// Fingerprint of the built-in data of this build, in hex.
#[must_use]
pub const fn builtin_hash() -> &'static str {
    env!("PLANWRIGHT_LIBRARY")
}

/// The built-in exercises, graphs and catalogues.
///
/// # Errors
/// [`LibraryError::Embedded`] when the binary was built from data that does not fit its types;
/// a test keeps that from being released.
pub fn builtin() -> Result<LibraryData, LibraryError> {
    thread::scope(|scope| {
        let second = scope.spawn(|| read::<Vec<Exercise>>(SECOND));
        let mut data: LibraryData = read(LIBRARY)?;
        data.exercises = read(FIRST)?;
        let broke = |_| LibraryError::Embedded("the thread that read it broke".to_owned());
        data.exercises.extend(second.join().map_err(broke)??);
        Ok(data)
    })
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, LibraryError> {
    serde_json::from_str(text).map_err(|error| LibraryError::Embedded(error.to_string()))
}
