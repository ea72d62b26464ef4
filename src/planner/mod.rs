//! The offline planner: outline, week, group unit, each line with its reason.

mod error;
mod outline;

pub use error::PlannerError;
pub use outline::{Outline, WeekPlan};
