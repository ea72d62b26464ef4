//! What is kept about asking language models: calls, and who may be asked about.

use jiff::Timestamp;
use serde::Serialize;

use crate::domain::{AthleteId, CoachId, GroupId, Owner};
use crate::llm::Usage;

/// A call that was made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ModelCall {
    /// When it began.
    pub at: Timestamp,
    /// What for: the role's name.
    pub role: String,
    /// The job it was part of.
    pub job: Option<String>,
    /// The provider's name in the configuration.
    pub provider: String,
    /// Its protocol.
    pub kind: String,
    /// The model.
    pub model: String,
    /// The prompt it was made from.
    pub prompt: String,
    /// The version of that prompt.
    pub prompt_hash: String,
    /// Whether it forked a base kept by the provider.
    pub forked: bool,
    /// `ok`, or the class of the failure.
    pub outcome: String,
    /// The failure's id, which finds its line in the log.
    pub error: Option<String>,
    /// How often it was asked again.
    pub retries: u32,
    /// Tokens.
    #[serde(flatten)]
    pub usage: Usage,
    /// Bytes sent.
    pub bytes_out: u64,
    /// Bytes received.
    pub bytes_in: u64,
    /// Milliseconds to the first word.
    pub first_ms: Option<u64>,
    /// Milliseconds in all.
    pub total_ms: u64,
    /// Dollars; `None`: not known.
    pub price: Option<f64>,
}

/// What a coach has spent up to now.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Spending {
    /// Dollars since a first moment.
    pub today: f64,
    /// Dollars since a second, earlier one.
    pub month: f64,
    /// Calls of the role `parse` since a third moment.
    pub parses: u32,
    /// The oldest of those.
    pub oldest_parse: Option<Timestamp>,
}

/// Whom a consent is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A coach, for everything she asks.
    Coach(CoachId),
    /// An athlete.
    Athlete(AthleteId),
    /// A group.
    Group(GroupId),
}

impl Subject {
    /// Whoever trains by a plan.
    #[must_use]
    pub fn of(owner: &Owner) -> Option<Self> {
        match owner {
            Owner::Athlete(id) => Some(Self::Athlete(id.clone())),
            Owner::Group(id) => Some(Self::Group(id.clone())),
            Owner::Nobody => None,
        }
    }

    /// The name of the kind, as the database has it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Coach(_) => "coach",
            Self::Athlete(_) => "athlete",
            Self::Group(_) => "group",
        }
    }

    /// The id.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Coach(id) => id.as_str(),
            Self::Athlete(id) => id.as_str(),
            Self::Group(id) => id.as_str(),
        }
    }
}

/// Whether models may be asked about somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// Yes, names covered.
    Given,
    /// No.
    Refused,
}
