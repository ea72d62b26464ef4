//! The form that starts a generation: what, for whom, how much, by whom.

mod choices;
mod pane;

pub use super::direction::Direction;
pub use choices::{History, Kit, models};
pub use pane::{FormField, FormPane};
