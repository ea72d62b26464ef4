//! What stands in a form, as a value: to tell whether it was changed, and to be kept while it is
//! being typed, so that a crash costs nothing.

use serde::{Deserialize, Serialize};

use super::Row;
use crate::app::people::Person;
use crate::domain::ExerciseId;

/// What stands in a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptForm {
    /// Somebody but for what is typed; the id is empty for somebody new.
    pub person: Person,
    /// What is typed into the rows.
    pub texts: Vec<(Row, String)>,
    /// Exercises with a row for a best single, in their order.
    pub lifts: Vec<ExerciseId>,
    /// What is said to language models.
    pub consent: Option<bool>,
}
