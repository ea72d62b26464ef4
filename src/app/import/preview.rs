//! What the units will look like once the rows are in: made when asked for, then only scrolled.

use crate::domain::{Format, SectionKind};

/// The units as they will be.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preview {
    /// Line by line.
    pub lines: Vec<PreviewLine>,
    /// First line shown.
    pub scroll: usize,
}

/// A line of a preview.
#[derive(Debug, Clone, PartialEq)]
pub enum PreviewLine {
    /// A unit: its number in the list of places.
    Unit(usize),
    /// A section of it.
    Section {
        /// The part it plays.
        kind: SectionKind,
        /// Its title, where it has one.
        title: String,
        /// How it is organised.
        format: Option<Format>,
        /// Rounds over all of it.
        rounds: Option<u16>,
        /// Time limit in seconds.
        cap_s: Option<u32>,
    },
    /// An item.
    Item {
        /// Superset or block.
        group: String,
        /// What it is called; without an exercise as it was written.
        name: String,
        /// What is to be done.
        dose: String,
        /// Whether it has an exercise of the library.
        known: bool,
    },
}
