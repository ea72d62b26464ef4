//! A written name becomes exercises with a calibrated confidence.
//!
//! The way of a name: [`words`] → [`normalise`] with the [`lexicon`] (phrases, plurals, German
//! compounds) → [`variants`] (same thing by another name, repaired spellings) → [`index`]
//! (candidates from postings) → [`align`] (weighted alignment, conflicts) → [`calibration`].

mod align;
mod band;
mod bridge;
mod calibration;
mod concepts;
mod entry;
mod index;
mod lexicon;
mod matcher;
mod normalise;
mod remarks;
mod shelf;
mod spelling;
mod table;
mod taught;
mod variant;
mod variants;
mod words;

#[cfg(test)]
mod tests;

pub use band::{Band, Thresholds};
pub use calibration::{Calibration, FEATURES, Features};
pub use entry::Entry;
pub use matcher::{Candidate, Matched, Matcher};
pub use shelf::Shelf;
pub use taught::{Meaning, Taught};
