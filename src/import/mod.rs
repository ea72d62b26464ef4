//! Text and foreign files become reviewable items.

mod draft;
mod error;
mod libraries;

pub use draft::{Counts, Day, Draft, DraftSection, Mark, Row, Verdict};
pub use error::ImportError;
pub use libraries::read_library;
