//! What a call costs, by the dated table in `data/prices.toml` and the coach's own prices. A
//! model that stands in neither has no known price, which is never zero.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::usage::Usage;

const TABLE: &str = include_str!("../../data/prices.toml");

/// Dollars per million tokens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Price {
    /// Input read anew.
    pub input: f64,
    /// Input read from the cache.
    pub cached: f64,
    /// Input written into the cache.
    pub cache_write: f64,
    /// Output, reasoning included.
    pub output: f64,
}

impl Price {
    /// Dollars for this usage.
    #[must_use]
    pub fn of(&self, usage: &Usage) -> f64 {
        let millions = |tokens: u64, price: f64| tokens as f64 * price / 1_000_000.0;
        millions(usage.input_new, self.input)
            + millions(usage.input_cached, self.cached)
            + millions(usage.cache_written, self.cache_write)
            + millions(usage.output, self.output)
    }
}

/// The table, and the prices that stand in for it.
#[derive(Debug, Clone, Default)]
pub struct Prices {
    own: BTreeMap<String, Price>,
}

#[derive(Debug, Default, Deserialize)]
struct Table {
    as_of: String,
    currency: String,
    model: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
struct Entry {
    name: String,
    input: f64,
    cached: f64,
    write: Option<f64>,
    output: f64,
}

/// The table, read when a price is first asked for. A test reads it as well, so the one that
/// ships is never empty.
fn table() -> &'static Table {
    static READ: OnceLock<Table> = OnceLock::new();
    READ.get_or_init(|| toml::from_str(TABLE).unwrap_or_default())
}

impl Prices {
    /// The table with prices of one's own, by model.
    #[must_use]
    pub const fn new(own: BTreeMap<String, Price>) -> Self {
        Self { own }
    }

    /// The day the table was drawn up, `YYYY-MM-DD`, and its currency.
    #[must_use]
    pub fn as_of() -> (&'static str, &'static str) {
        (&table().as_of, &table().currency)
    }

    /// The price of a model, as its provider or a gateway names it.
    #[must_use]
    pub fn price(&self, model: &str) -> Option<Price> {
        if let Some(price) = self.own.get(model) {
            return Some(*price);
        }
        let name = model.rsplit('/').next().unwrap_or(model);
        let entry = table().model.iter().find(|entry| is_same(&entry.name, name))?;
        Some(Price {
            input: entry.input,
            cached: entry.cached,
            cache_write: entry.write.unwrap_or(entry.input),
            output: entry.output,
        })
    }
}

/// `gpt-4o-2024-08-06` is `gpt-4o`; `gpt-4o-mini` and `claude-opus-4-1` behind `claude-opus-4`
/// are models of their own.
fn is_same(known: &str, name: &str) -> bool {
    let Some(rest) = name.strip_prefix(known) else { return false };
    let dated = |rest: &str| {
        rest.len() >= 5
            && rest.starts_with("-20")
            && rest.chars().all(|sign| sign == '-' || sign.is_ascii_digit())
    };
    rest.is_empty() || rest == "-latest" || rest == "-preview" || dated(rest)
}
