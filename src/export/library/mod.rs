//! Exercises and progressions as a file others can read: JSON, TOML in the form of the data files,
//! or a table. JSON and TOML lose nothing; the table leaves progressions out.

mod table;
mod toml;

use serde::Serialize;

use crate::domain::{Exercise, ProgressionGraph};
use crate::library::LIBRARY_VERSION;

pub use table::write_library_csv;
pub use toml::write_library_toml;

/// A library as JSON.
#[derive(Debug, Serialize)]
pub struct LibraryJson<'a> {
    #[serde(rename = "planwright_library")]
    version: u32,
    exercises: &'a [&'a Exercise],
    graphs: &'a [&'a ProgressionGraph],
}

impl<'a> LibraryJson<'a> {
    /// What is to be written.
    #[must_use]
    pub const fn new(exercises: &'a [&'a Exercise], graphs: &'a [&'a ProgressionGraph]) -> Self {
        Self { version: LIBRARY_VERSION, exercises, graphs }
    }
}
