//! Why a call came to nothing: one class per thing a coach can do about it, and an id that finds
//! its line in the log.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::settings::Role;
use crate::domain::{Arg, Explain, Message};

/// Why a call came to nothing.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{provider}/{model}: {class}{}; error {id}", Detail(.detail))]
pub struct Failure {
    /// What sort of failure it is.
    pub class: Class,
    /// The provider's name in the configuration; empty when none was reached for.
    pub provider: Box<str>,
    /// The model.
    pub model: Box<str>,
    /// What the provider said, without keys, short enough for a line.
    pub detail: Box<str>,
    /// Finds the line in the log and the row among the usage.
    pub id: Box<str>,
}

/// A sort of failure.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Class {
    /// No model is configured for the role.
    #[error("no model is configured for {}; name one under [llm.roles]", .0.name())]
    Off(Role),
    /// The coach, or whoever the plan is for, does not want models to be asked.
    #[error("models are not to be asked about {0}")]
    NoConsent(String),
    /// The prompt is switched off.
    #[error("the prompt {0} is switched off")]
    PromptOff(String),
    /// A prompt of one's own cannot be used.
    #[error("the prompt {0} cannot be used")]
    PromptBroken(String),
    /// One of our own limits, reached before the call.
    #[error("stopped by a limit before the call: {0}")]
    Limit(Reached),
    /// The key cannot be had.
    #[error("the key cannot be read: {0}")]
    Key(KeyFault),
    /// The address makes no sense, or its certificates cannot be read.
    #[error("the address or its certificates cannot be used")]
    Address,
    /// Nobody answers at the address.
    #[error("nobody answers there")]
    Unreachable,
    /// The network, or the server, stays silent.
    #[error("silence while {0}")]
    Stalled(Stage),
    /// The server cannot just now; asking again later may help.
    #[error("busy")]
    Busy {
        /// When the server wants to be asked again.
        after: Option<Duration>,
    },
    /// The connection broke before the answer was complete.
    #[error("the answer broke off")]
    Truncated,
    /// The answer reached its longest length.
    #[error("the answer reached its longest length")]
    Length,
    /// The answer is longer than anything sensible.
    #[error("the answer grew beyond all measure and was cut off")]
    TooLong,
    /// The answer is empty.
    #[error("the answer is empty")]
    Empty,
    /// The answer is not what was asked for.
    #[error("the answer cannot be used")]
    Garbled,
    /// The provider no longer has the base a request forks from.
    #[error("the base conversation is gone")]
    BaseLost,
    /// The account is out of money or quota.
    #[error("the account has no quota left")]
    Quota,
    /// The key is not accepted.
    #[error("the key is not accepted")]
    Auth,
    /// There is no such model.
    #[error("there is no such model")]
    NoModel,
    /// The request is longer than the model can read.
    #[error("the request is too long for the model")]
    ContextTooLong,
    /// The model, or a filter, does not want to answer.
    #[error("the model refuses to answer")]
    Refused,
    /// The server does not accept the request.
    #[error("the request is not accepted")]
    BadRequest,
    /// There is no recording of this question.
    #[error("there is no recording of this question")]
    NoRecording,
    /// It was cancelled.
    #[error("cancelled")]
    Cancelled,
}

/// Where silence was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Before there was a connection.
    Connecting,
    /// Before the first token.
    First,
    /// In the middle of the answer.
    Middle,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connecting => "connecting",
            Self::First => "waiting for the first token",
            Self::Middle => "the answer was under way",
        })
    }
}

/// A limit that was reached, with its figures.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Reached {
    /// Money per day.
    #[error("{spent:.4} of {limit:.2} spent today, the call would cost about {next:.4}")]
    Day {
        /// Spent so far.
        spent: f64,
        /// What may be spent.
        limit: f64,
        /// What the call would probably cost.
        next: f64,
    },
    /// Money per month.
    #[error("{spent:.4} of {limit:.2} spent this month, the call would cost about {next:.4}")]
    Month {
        /// Spent so far.
        spent: f64,
        /// What may be spent.
        limit: f64,
        /// What the call would probably cost.
        next: f64,
    },
    /// Imports read by a model, per hour.
    #[error(
        "{made} of {limit} imports were read by a model within the hour; free in {minutes} min"
    )]
    Parses {
        /// Made within the last hour.
        made: u32,
        /// How many may be made.
        limit: u32,
        /// Minutes until the next is free.
        minutes: u32,
    },
    /// A spending limit cannot be kept, because no price is known.
    #[error("no price is known for {model}, so a spending limit cannot be kept")]
    NoPrice {
        /// The model.
        model: String,
    },
}

/// Why a key cannot be had. Never holds any of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// The variable is not set.
    #[error("the variable {0} is not set")]
    NoVariable(String),
    /// The file cannot be read.
    #[error("{path}: {reason}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the system says.
        reason: String,
    },
    /// Others may read the file.
    #[error("{0} can be read by others; chmod 600 it")]
    Open(String),
    /// The command failed.
    #[error("the key command failed: {0}")]
    Command(String),
    /// What was found is empty, or holds what no key holds.
    #[error("what was found there is no key")]
    Nonsense,
}

/// Writes `": detail"` where there is one.
struct Detail<'a>(&'a str);

impl fmt::Display for Detail<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, " ({})", self.0) }
    }
}

impl Class {
    /// The stable name used in records and tables.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Off(_) => "off",
            Self::NoConsent(_) => "no-consent",
            Self::PromptOff(_) => "prompt-off",
            Self::PromptBroken(_) => "prompt-broken",
            Self::Limit(_) => "limit",
            Self::Key(_) => "key",
            Self::Address => "address",
            Self::Unreachable => "unreachable",
            Self::Stalled(_) => "stalled",
            Self::Busy { .. } => "busy",
            Self::Truncated => "truncated",
            Self::Length => "length",
            Self::TooLong => "too-long",
            Self::Empty => "empty",
            Self::Garbled => "garbled",
            Self::BaseLost => "base-lost",
            Self::Quota => "quota",
            Self::Auth => "auth",
            Self::NoModel => "no-model",
            Self::ContextTooLong => "context-too-long",
            Self::Refused => "refused",
            Self::BadRequest => "bad-request",
            Self::NoRecording => "no-recording",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether the same question may be asked again at the same place.
    pub(super) const fn may_be_asked_again(&self) -> bool {
        matches!(self, Self::Busy { .. } | Self::Truncated)
    }

    /// Whether another provider may know better.
    pub(super) const fn may_be_asked_elsewhere(&self) -> bool {
        !matches!(
            self,
            Self::Off(_)
                | Self::NoConsent(_)
                | Self::PromptOff(_)
                | Self::PromptBroken(_)
                | Self::Limit(Reached::Parses { .. })
                | Self::BaseLost
                | Self::Cancelled
        )
    }
}

impl Failure {
    /// A failure before anybody was asked.
    #[must_use]
    pub fn of(class: Class) -> Self {
        Self {
            class,
            provider: Box::default(),
            model: Box::default(),
            detail: Box::default(),
            id: Box::default(),
        }
    }
}

impl Explain for Failure {
    fn message(&self) -> Message {
        let about = |id| {
            Message::new(id)
                .with("provider", &*self.provider)
                .with("model", &*self.model)
                .with("detail", self.said())
                .with("id", &*self.id)
        };
        match &self.class {
            Class::Off(role) => Message::new("llm-off").with("role", role.name()),
            Class::NoConsent(who) => Message::new("llm-no-consent").with("who", who.as_str()),
            Class::PromptOff(name) => Message::new("llm-prompt-off").with("name", name.as_str()),
            Class::PromptBroken(name) => Message::new("llm-prompt-broken")
                .with("name", name.as_str())
                .with("detail", &*self.detail),
            Class::Limit(reached) => reached.message(),
            Class::Key(fault) => about("llm-key").with("fault", fault.message()),
            Class::Address => about("llm-address"),
            Class::Unreachable => about("llm-unreachable"),
            Class::Stalled(stage) => about("llm-stalled").with("stage", stage.message()),
            Class::Busy { after: None } => about("llm-busy"),
            Class::Busy { after: Some(after) } => {
                about("llm-busy-until").with("seconds", after.as_secs_f64().ceil())
            }
            Class::Truncated => about("llm-truncated"),
            Class::Length => about("llm-length"),
            Class::TooLong => about("llm-too-long"),
            Class::Empty => about("llm-empty"),
            Class::Garbled => about("llm-garbled"),
            Class::BaseLost => about("llm-base-lost"),
            Class::Quota => about("llm-quota"),
            Class::Auth => about("llm-auth"),
            Class::NoModel => about("llm-no-model"),
            Class::ContextTooLong => about("llm-context-too-long"),
            Class::Refused => about("llm-refused"),
            Class::BadRequest => about("llm-bad-request"),
            Class::NoRecording => about("llm-no-recording"),
            Class::Cancelled => Message::new("llm-cancelled"),
        }
    }
}

impl Failure {
    /// The provider's own words as a sentence of their own, or nothing.
    fn said(&self) -> Arg {
        if self.detail.is_empty() {
            Arg::from("")
        } else {
            Arg::from(Message::new("llm-said").with("detail", &*self.detail))
        }
    }
}

impl Explain for Stage {
    fn message(&self) -> Message {
        Message::new(match self {
            Self::Connecting => "llm-stage-connecting",
            Self::First => "llm-stage-first",
            Self::Middle => "llm-stage-middle",
        })
    }
}

impl Explain for Reached {
    fn message(&self) -> Message {
        match self {
            Self::Day { spent, limit, next } => Message::new("llm-limit-day")
                .with("spent", money(*spent))
                .with("limit", money(*limit))
                .with("next", money(*next)),
            Self::Month { spent, limit, next } => Message::new("llm-limit-month")
                .with("spent", money(*spent))
                .with("limit", money(*limit))
                .with("next", money(*next)),
            Self::Parses { made, limit, minutes } => Message::new("llm-limit-parses")
                .with("made", *made)
                .with("limit", *limit)
                .with("minutes", *minutes),
            Self::NoPrice { model } => {
                Message::new("llm-limit-no-price").with("model", model.as_str())
            }
        }
    }
}

impl Explain for KeyFault {
    fn message(&self) -> Message {
        match self {
            Self::NoVariable(name) => Message::new("llm-key-variable").with("name", name.as_str()),
            Self::Unreadable { path, reason } => Message::new("llm-key-file")
                .with("path", path.as_str())
                .with("reason", reason.as_str()),
            Self::Open(path) => Message::new("llm-key-open").with("path", path.as_str()),
            Self::Command(reason) => {
                Message::new("llm-key-command").with("reason", reason.as_str())
            }
            Self::Nonsense => Message::new("llm-key-nonsense"),
        }
    }
}

/// Dollars as people read them: cents from one cent on, below that what is left of precision.
#[must_use]
pub fn money(dollars: f64) -> String {
    if dollars != 0.0 && dollars.abs() < 0.01 {
        format!("${dollars:.5}")
    } else {
        format!("${dollars:.2}")
    }
}
