//! For whom a correction counts.

use serde::{Deserialize, Serialize};

/// For whom a name is taught.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Teach {
    /// For the coach; what happens unless asked otherwise.
    #[default]
    Coach,
    /// For the whole club.
    Club,
    /// Not at all.
    Nobody,
}

impl Teach {
    /// The next choice, around.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Coach => Self::Club,
            Self::Club => Self::Nobody,
            Self::Nobody => Self::Coach,
        }
    }
}
