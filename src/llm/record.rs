//! What is kept of a call: a row for the ledger, and the exchange itself for the files. Also what
//! the client asks of whoever runs it: clock, chance, money spent so far, a place for both.

use std::fmt::Debug;
use std::time::Duration;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use serde_json::Value;

use super::exchange::Meter;
use super::limits::Spent;
use super::request::{PromptId, Request};
use super::settings::{ProviderKind, Role};
use crate::domain::{JobId, Viewer};

/// One call in the ledger. Holds no word of what was asked or answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// When it began.
    pub at: Timestamp,
    /// On whose behalf.
    pub viewer: Viewer,
    /// What for.
    pub role: Role,
    /// The job it was part of.
    pub job: Option<JobId>,
    /// The provider's name in the configuration.
    pub provider: String,
    /// Its protocol.
    pub kind: ProviderKind,
    /// The model that was asked.
    pub model: String,
    /// The prompt it was made from.
    pub prompt: PromptId,
    /// Whether it forked a base kept by the provider.
    pub forked: bool,
    /// `ok`, or the id of the failure's class.
    pub outcome: &'static str,
    /// The failure's id.
    pub error: Option<String>,
    /// How often it was asked again.
    pub retries: u32,
    /// Tokens, bytes, time to the first token.
    pub meter: Meter,
    /// From asking to the end, pauses included.
    pub total: Duration,
    /// Dollars; `None`: not known.
    pub price: Option<f64>,
}

/// A whole exchange, as it went over the line: names covered, without keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Exchanged<'a> {
    /// The ledger's row.
    pub record: &'a Record,
    /// The question.
    pub request: &'a Request,
    /// The body that was sent.
    pub body: &'a Value,
    /// The answer's text, as far as it came.
    pub text: &'a str,
    /// The provider's name for the exchange.
    pub id: Option<&'a str>,
    /// What went wrong, for people who read files.
    pub failure: Option<String>,
}

/// What the client asks of whoever runs it.
pub trait Host: Send + Sync + Debug {
    /// The moment it is.
    fn now(&self) -> Timestamp;

    /// A number from 0 up to 1, for jitter.
    fn chance(&self) -> f64;

    /// A short id that was not given before.
    fn fresh_id(&self) -> String;

    /// The value of an environment variable.
    fn variable(&self, name: &str) -> Option<String>;

    /// What was spent on behalf of a viewer.
    fn spent<'a>(&'a self, viewer: &'a Viewer) -> BoxFuture<'a, Spent>;

    /// Takes a row for the ledger; must not wait, for it is also called when a call is dropped.
    fn note(&self, record: &Record);

    /// Takes an exchange for the files; must not wait.
    fn keep(&self, exchanged: &Exchanged<'_>);
}
