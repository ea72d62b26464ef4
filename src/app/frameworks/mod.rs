//! Frameworks on the screen: the list, one with its units, and one unit of it. Every change is
//! kept at once; the plan of a unit is edited on the desk, with the suggestions.

mod card;
mod effect;
mod line;
mod pane;
mod row;

pub use card::Card;
pub use effect::{FrameworkEffect, FrameworkReply};
pub use line::FrameworkLine;
pub use pane::{FrameworksPane, Level};
pub use row::{FrameRow, FrameSort};
