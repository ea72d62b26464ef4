//! The offline planner: outline, week, group unit, each line with its reason.
//!
//! The same profile, library and seed give the same program, byte for byte. [`outline()`] decides
//! everything that is decided once; [`week`] follows from it and an index alone, so that weeks can
//! be written side by side, and a program that was interrupted goes on with what is missing.

mod adapt;
mod advice;
mod athlete;
mod check;
mod error;
mod group;
mod identity;
mod normalise;
mod outline;
mod past;
mod profile;
mod program;
mod ranges;
#[cfg(test)]
mod tests;

pub use adapt::{Adaptation, adapt};
pub use advice::advice;
pub use athlete::progression_of;
pub use check::check;
pub use error::PlannerError;
pub(crate) use group::{is_fall, throws};
pub use outline::{Outline, WeekPlan};
pub use past::{past, past_units};
pub use profile::read_profile;
pub use program::{ENGINE, compose, mend, outline, program, unit, week};
pub use ranges::range;
