//! What is said to the client and what is heard from it: question, answer, the steps between.

use std::time::Duration;

use serde_json::Value;

use super::error::Failure;
use super::request::Request;
use super::settings::{ModelName, Role};
use super::usage::Usage;
use super::veil::Veil;
use crate::domain::{Explain, JobId, Message, Viewer};

/// A question on somebody's behalf.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// Who asks.
    pub viewer: &'a Viewer,
    /// What for: decides provider and model.
    pub role: Role,
    /// The model that is to answer, where another one than the role's is wanted.
    pub model: Option<&'a ModelName>,
    /// The job it is part of.
    pub job: Option<&'a JobId>,
    /// The question.
    pub request: &'a Request,
    /// What is covered before sending.
    pub veil: &'a Veil,
}

impl<'a> Ask<'a> {
    /// A question to the role's own model that is part of no job.
    #[must_use]
    pub const fn new(viewer: &'a Viewer, role: Role, request: &'a Request, veil: &'a Veil) -> Self {
        Self { viewer, role, model: None, job: None, request, veil }
    }
}

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Its text, with names shown again.
    pub text: String,
    /// The provider's name for the exchange: a base to fork from, where it keeps one.
    pub id: Option<String>,
    /// The provider's name in the configuration.
    pub provider: String,
    /// The model, with its version where the provider names it.
    pub model: String,
    /// What was used.
    pub usage: Usage,
    /// Dollars; `None`: not known.
    pub price: Option<f64>,
}

/// What happens while an answer comes.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// A provider is about to be reached for.
    Connecting {
        /// Its name.
        provider: &'a str,
        /// The model.
        model: &'a str,
    },
    /// The next piece of text.
    Text(&'a str),
    /// It is asked again after a pause.
    Again {
        /// Which attempt comes, from 2.
        attempt: u32,
        /// The pause.
        after: Duration,
        /// Why.
        why: &'a Failure,
    },
    /// Another provider is turned to.
    Elsewhere {
        /// Why.
        why: &'a Failure,
    },
    /// The answer cannot be used, and a better one is asked for.
    Repair {
        /// What is wrong with it.
        complaint: &'a str,
    },
}

impl Step<'_> {
    /// The line of the log; text has none.
    #[must_use]
    pub fn message(&self) -> Option<Message> {
        Some(match self {
            Self::Connecting { provider, model } => Message::new("llm-step-connecting")
                .with("provider", *provider)
                .with("model", *model),
            Self::Text(_) => return None,
            Self::Again { attempt, after, why } => Message::new("llm-step-again")
                .with("attempt", *attempt)
                .with("seconds", after.as_secs_f64())
                .with("why", why.message()),
            Self::Elsewhere { why } => {
                Message::new("llm-step-elsewhere").with("why", why.message())
            }
            Self::Repair { complaint } => {
                Message::new("llm-step-repair").with("complaint", *complaint)
            }
        })
    }
}

/// Hears what happens.
pub type Tell<'a> = dyn FnMut(Step<'_>) + Send + 'a;

/// Exactly what would be sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The provider's name in the configuration.
    pub provider: String,
    /// The model.
    pub model: String,
    /// Where it would go.
    pub url: String,
    /// The body.
    pub body: Value,
}
