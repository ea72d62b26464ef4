//! Where a week of a program comes from. It is kept in the week itself, so that it outlives the
//! job, an export and a new process.

use serde::Serialize;

use crate::domain::Week;

/// Marks a week the offline planner wrote in place of a model.
pub(super) const FILLED: &str = "intent-filled";
/// Marks a week a model wrote at its second attempt.
pub(super) const REPAIRED: &str = "intent-repaired";
/// The focus of a week in the words of a model.
pub(super) const FOCUS: &str = "intent-model";

/// Where a week comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WrittenBy {
    /// From a model.
    Model,
    /// From a model, at its second attempt: the first could not be used.
    Repaired,
    /// From the offline planner, in place of a model that did not get it right.
    Filled,
    /// From the offline planner, or from a coach.
    Planner,
}

/// Where a week comes from.
#[must_use]
pub fn written_by(week: &Week) -> WrittenBy {
    let marked = |id: &str| week.intent.iter().any(|intent| intent.id == id);
    if marked(FILLED) {
        WrittenBy::Filled
    } else if marked(REPAIRED) {
        WrittenBy::Repaired
    } else if marked(FOCUS) {
        WrittenBy::Model
    } else {
        WrittenBy::Planner
    }
}
