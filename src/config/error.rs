//! What can be wrong with the configuration, said with the place it was said at.

use std::fmt;
use std::path::PathBuf;

use crate::domain::{Arg, Explain, Message};

/// Where a value was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// In a file; the line counts from 1.
    File {
        /// The file.
        path: PathBuf,
        /// The line.
        line: usize,
    },
    /// In an environment variable.
    Variable(String),
    /// In an option of the command line.
    Flag(&'static str),
}

/// One thing that is wrong, at one place.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{origin}: {key}: {fault}")]
pub struct Problem {
    /// Where it was said.
    pub origin: Origin,
    /// The key with its tables, e.g. `match.high`.
    pub key: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a key or its value.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Fault {
    /// No such key.
    #[error("unknown key; {}", hint(.nearest.as_ref(), .known))]
    UnknownKey {
        /// The known key it looks most like.
        nearest: Option<String>,
        /// Every key of the table.
        known: Vec<String>,
    },
    /// A text that is none of the allowed ones.
    #[error("{value:?} is not allowed; write one of {}", .allowed.join(", "))]
    NotOneOf {
        /// What was said.
        value: String,
        /// What may be said.
        allowed: Vec<String>,
    },
    /// Text where a number belongs, and the like.
    #[error("{value} is not {expected}")]
    WrongType {
        /// What was said.
        value: String,
        /// What belongs there.
        expected: Expected,
    },
    /// A number outside its range.
    #[error("{value} is outside {min} to {max}")]
    OutOfRange {
        /// What was said.
        value: f64,
        /// Lowest allowed number.
        min: f64,
        /// Highest allowed number.
        max: f64,
    },
    /// The confidence bands overlap.
    #[error("bands must fall: high {high} >= medium {medium} >= low {low}")]
    BandsOutOfOrder {
        /// Lower bound of the high band.
        high: f64,
        /// Lower bound of the medium band.
        medium: f64,
        /// Lower bound of the low band.
        low: f64,
    },
    /// A key that this table cannot do without.
    #[error("is missing")]
    Missing,
    /// Two keys that exclude each other.
    #[error("cannot stand beside {other}; keep one of them")]
    Excludes {
        /// The other key.
        other: String,
    },
    /// The file is no TOML.
    #[error("no valid TOML: {detail}")]
    Syntax {
        /// What the parser says, in English.
        detail: String,
    },
    /// The file cannot be read.
    #[error("cannot be read: {detail}")]
    Unreadable {
        /// What the system says.
        detail: String,
    },
    /// The system names no home directory, so there is no default place.
    #[error("no home directory; name a place with --db")]
    NoHome,
}

/// What belongs at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Text.
    Text,
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// A table of further keys.
    Table,
    /// One text, or a list of texts.
    Texts,
    /// A provider and one of its models, as `PROVIDER/MODEL`.
    ProviderModel,
}

/// The configuration cannot be used; every problem found is listed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.lines())]
pub struct ConfigError {
    /// In the order they were found; never empty.
    pub problems: Vec<Problem>,
}

impl ConfigError {
    /// An error of a single problem.
    #[must_use]
    pub fn one(origin: Origin, key: impl Into<String>, fault: Fault) -> Self {
        Self { problems: vec![Problem { origin, key: key.into(), fault }] }
    }

    fn lines(&self) -> String {
        self.problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }
}

fn hint(nearest: Option<&String>, known: &[String]) -> String {
    match nearest {
        Some(name) => format!("did you mean {name}?"),
        None => format!("known here: {}", known.join(", ")),
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, line } => write!(f, "{}:{line}", path.display()),
            Self::Variable(name) => f.write_str(name),
            Self::Flag(name) => f.write_str(name),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Number => "a number",
            Self::Whole => "a whole number",
            Self::Table => "a table",
            Self::Texts => "a text or a list of texts",
            Self::ProviderModel => "PROVIDER/MODEL",
        })
    }
}

impl Expected {
    const fn message(self) -> Message {
        Message::new(match self {
            Self::Text => "config-expected-text",
            Self::Number => "config-expected-number",
            Self::Whole => "config-expected-whole",
            Self::Table => "config-expected-table",
            Self::Texts => "config-expected-texts",
            Self::ProviderModel => "config-expected-provider-model",
        })
    }
}

impl Explain for Problem {
    fn message(&self) -> Message {
        self.fault.message().with("where", self.origin.to_string()).with("key", self.key.as_str())
    }
}

impl Explain for ConfigError {
    /// The first problem; the others stand in [`ConfigError::problems`].
    fn message(&self) -> Message {
        self.problems.first().map_or_else(|| Message::new("config-invalid"), Explain::message)
    }
}

impl Explain for Fault {
    fn message(&self) -> Message {
        match self {
            Self::UnknownKey { nearest: Some(name), .. } => {
                Message::new("config-unknown-key-near").with("nearest", name.as_str())
            }
            Self::UnknownKey { nearest: None, known } => {
                Message::new("config-unknown-key").with("known", known.join(", "))
            }
            Self::NotOneOf { value, allowed } => Message::new("config-not-one-of")
                .with("value", value.as_str())
                .with("allowed", allowed.join(", ")),
            Self::WrongType { value, expected } => Message::new("config-wrong-type")
                .with("value", value.as_str())
                .with("expected", Arg::from(expected.message())),
            Self::OutOfRange { value, min, max } => Message::new("config-out-of-range")
                .with("value", *value)
                .with("min", *min)
                .with("max", *max),
            Self::BandsOutOfOrder { high, medium, low } => Message::new("config-bands")
                .with("high", *high)
                .with("medium", *medium)
                .with("low", *low),
            Self::Missing => Message::new("config-missing"),
            Self::Excludes { other } => {
                Message::new("config-excludes").with("other", other.as_str())
            }
            Self::Syntax { detail } => {
                Message::new("config-syntax").with("detail", detail.as_str())
            }
            Self::Unreadable { detail } => {
                Message::new("config-unreadable").with("detail", detail.as_str())
            }
            Self::NoHome => Message::new("config-no-home"),
        }
    }
}
