//! The engine that asks a language model: one outline, then the weeks side by side as forks of
//! it, each checked by the linter, repaired once, and filled by the offline planner where the
//! model does not get it right.

mod backing;
mod base;
mod coherence;
mod compare;
mod cost;
mod engine;
mod estimate;
mod judge;
mod keeping;
mod line;
mod opening;
mod outcome;
mod plan;
mod question;
mod run;
mod told;
mod two_steps;
mod weeks;
mod whom;

pub use backing::{Backing, BaseRecord, Used};
pub use base::BaseText;
pub use compare::{Both, compare};
pub use engine::ModelEngine;
pub use estimate::{BaseStands, Estimate, estimate};
pub use keeping::{Comparison, make_base, stands};
pub use plan::Kept;
