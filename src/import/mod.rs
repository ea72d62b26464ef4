//! Text and foreign files become reviewable items.

mod draft;
mod error;
mod libraries;
mod planwright;

pub use draft::{Counts, Day, Draft, DraftSection, Mark, Row, Verdict};
pub use error::ImportError;
pub use libraries::read_library;
pub use planwright::{PlanFile, PlanFileError, is_plan, read_plan};
