//! Why no plan can be made.

use crate::domain::{Explain, Message};

/// Why a profile cannot be planned. What can be bent is bent and noted instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlannerError {
    /// A number lies outside what can be planned.
    #[error("{field} is {value}; give a number from {min} to {max}")]
    OutOfRange {
        /// Name of the field as in the profile.
        field: &'static str,
        /// What was given.
        value: String,
        /// Smallest value.
        min: u32,
        /// Largest value.
        max: u32,
    },
    /// A field does not exist.
    #[error("unknown field {name} in the profile; known are {known}")]
    UnknownField {
        /// The name as written.
        name: String,
        /// What is known, with commas.
        known: String,
    },
    /// A value is not in the list it must come from.
    #[error(
        "{value} is not a known value of {field}; see `planwright library list` and docs/planner.md"
    )]
    UnknownId {
        /// Name of the field.
        field: &'static str,
        /// What was given.
        value: String,
    },
    /// The profile cannot be read at all.
    #[error("the profile cannot be read: {0}")]
    Unreadable(String),
    /// The profile does not say whom it is for.
    #[error("the profile needs kind = \"athlete\" or \"group\"")]
    NoKind,
    /// Nothing in the library fits the person or group.
    #[error("no exercise fits this profile; add equipment or remove injuries")]
    NothingFits,
}

impl Explain for PlannerError {
    fn message(&self) -> Message {
        match self {
            Self::OutOfRange { field, value, min, max } => Message::new("error-plan-range")
                .with("field", *field)
                .with("value", value.as_str())
                .with("min", *min)
                .with("max", *max),
            Self::UnknownField { name, known } => Message::new("error-plan-field")
                .with("name", name.as_str())
                .with("known", known.as_str()),
            Self::UnknownId { field, value } => {
                Message::new("error-plan-id").with("field", *field).with("value", value.as_str())
            }
            Self::Unreadable(reason) => {
                Message::new("error-plan-unreadable").with("reason", reason.as_str())
            }
            Self::NoKind => Message::new("error-plan-kind"),
            Self::NothingFits => Message::new("error-plan-nothing-fits"),
        }
    }
}
