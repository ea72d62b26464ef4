//! What the screens show of language models: what would be sent, and what it all cost.

use jiff::civil::Date;

use crate::domain::Message;
use crate::llm::Role;

/// Exactly what would be sent.
#[derive(Debug, Clone, PartialEq)]
pub struct WouldSend {
    /// What for.
    pub role: Role,
    /// The provider's name in the configuration.
    pub provider: String,
    /// The model.
    pub model: String,
    /// Where it would go; empty for recordings.
    pub url: String,
    /// Bytes of the body.
    pub bytes: usize,
    /// The body, line by line.
    pub lines: Vec<String>,
    /// Whose consent is asked for with it, by name; `None`: it is only shown.
    pub asks_for: Option<String>,
}

/// What asking models cost of late.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cost {
    /// Use and model, with their figures.
    pub rows: Vec<CostRow>,
    /// The days, oldest first, without gaps.
    pub days: Vec<CostDay>,
    /// What deserves a look.
    pub alerts: Vec<Message>,
    /// Dollars spent today, and what may be.
    pub today: (f64, Option<f64>),
    /// Dollars spent this month, and what may be.
    pub month: (f64, Option<f64>),
    /// The day of the price table.
    pub prices_as_of: &'static str,
}

/// The calls of one use to one model.
#[derive(Debug, Clone, PartialEq)]
pub struct CostRow {
    /// What for.
    pub role: String,
    /// The model.
    pub model: String,
    /// How many.
    pub calls: usize,
    /// Share that went well, 0–1.
    pub good: f64,
    /// Input tokens read anew, and from a cache.
    pub input: (u64, u64),
    /// Output tokens.
    pub output: u64,
    /// Milliseconds to the first word.
    pub first_ms: Option<u64>,
    /// Dollars of the calls whose price is known.
    pub price: f64,
    /// Calls whose price is not known.
    pub unpriced: usize,
}

/// A day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CostDay {
    /// Which.
    pub day: Date,
    /// Tokens in all.
    pub tokens: u64,
    /// Dollars.
    pub price: f64,
}
