//! What the engine asks of whoever runs it: the client, on whose behalf, and a shelf for bases.

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::{JobId, Viewer};
use crate::llm::{Client, Usage, Veil};

/// A base conversation that a provider keeps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BaseRecord {
    /// What it is about: the id of a [`crate::generation::BaseKind`].
    pub kind: String,
    /// The provider's name in the configuration.
    pub provider: String,
    /// The model it was made with.
    pub model: String,
    /// The provider's name for it; `None`: the provider keeps none, and every request carries it.
    pub remote: Option<String>,
    /// Hash of everything it says. Another one: principles or library have changed.
    pub hash: String,
    /// When it was made.
    pub created: Timestamp,
    /// What making it used.
    pub usage: Usage,
    /// What that cost in dollars; `None`: not known.
    pub price: Option<f64>,
}

/// What the calls of a job used, as the ledger has it.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Used {
    /// How many there were, those that failed included.
    pub calls: usize,
    /// Tokens.
    pub usage: Usage,
    /// Bytes sent.
    pub bytes: u64,
    /// Dollars, of the calls whose price is known.
    pub price: f64,
    /// Calls that used something and whose price is not known.
    pub unpriced: usize,
}

/// What the engine asks of whoever runs it.
pub trait Backing: Send + Sync {
    /// The client.
    fn client(&self) -> &Client;

    /// On whose behalf is asked.
    fn viewer(&self) -> &Viewer;

    /// What is covered before sending.
    fn veil(&self) -> &Veil;

    /// The moment it is.
    fn now(&self) -> Timestamp;

    /// The base kept for this kind, provider and model.
    fn base<'a>(
        &'a self,
        kind: &'a str,
        provider: &'a str,
        model: &'a str,
    ) -> BoxFuture<'a, Option<BaseRecord>>;

    /// Keeps a base in the place of the one before.
    fn keep_base(&self, record: BaseRecord) -> BoxFuture<'_, ()>;

    /// What a job has used up to now, all its runs together.
    fn used<'a>(&'a self, job: &'a JobId) -> BoxFuture<'a, Used>;
}
