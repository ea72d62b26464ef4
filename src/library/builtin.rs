//! The library that ships inside the binary. `build.rs` made one JSON text of `data/`; here it
//! becomes values. Checking what hangs together is [`super::Library::new`]'s duty.

use serde::{Deserialize, Serialize};

use super::LibraryError;
use crate::domain::{Catalogues, Exercise, ProgressionGraph};

const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/library.json"));

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
    serde_json::from_str(EMBEDDED).map_err(|error| LibraryError::Embedded(error.to_string()))
}
