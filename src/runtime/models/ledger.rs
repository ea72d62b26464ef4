//! The ledger added up, and what in it deserves a look.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::domain::Message;
use crate::llm::{Allowance, Usage, money};
use crate::store::ModelCall;

use super::beginnings::Beginnings;

/// Calls added up.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Summary {
    /// How many.
    pub calls: usize,
    /// Share that went well, 0–1; cancelled ones are left out of it.
    pub success_rate: f64,
    /// How often was asked again.
    pub retries: u64,
    /// Tokens.
    #[serde(flatten)]
    pub usage: Usage,
    /// Share of the input that came from a cache, 0–1.
    pub cached_share: f64,
    /// Bytes sent.
    pub bytes_out: u64,
    /// Bytes received.
    pub bytes_in: u64,
    /// Milliseconds to the first word, at the median.
    pub first_ms_median: Option<u64>,
    /// Milliseconds in all, at the median.
    pub total_ms_median: Option<u64>,
    /// Dollars, of the calls whose price is known.
    pub price: f64,
    /// Calls whose price is not known.
    pub unpriced: usize,
}

/// Adds calls up.
#[must_use]
pub fn summary<'a>(calls: impl IntoIterator<Item = &'a ModelCall>) -> Summary {
    let mut sum = Summary::default();
    let (mut first, mut total) = (Vec::new(), Vec::new());
    let (mut good, mut counted) = (0_usize, 0_usize);
    for call in calls {
        sum.calls += 1;
        good += usize::from(call.outcome == "ok");
        counted += usize::from(call.outcome != "cancelled");
        sum.retries += u64::from(call.retries);
        sum.usage += call.usage;
        sum.bytes_out += call.bytes_out;
        sum.bytes_in += call.bytes_in;
        first.extend(call.first_ms);
        total.push(call.total_ms);
        match call.price {
            Some(price) => sum.price += price,
            None => sum.unpriced += 1,
        }
    }
    sum.success_rate = if counted == 0 { 1.0 } else { good as f64 / counted as f64 };
    sum.cached_share = sum.usage.cached_share();
    sum.first_ms_median = median(first);
    sum.total_ms_median = median(total);
    sum
}

fn median(mut values: Vec<u64>) -> Option<u64> {
    values.sort_unstable();
    values.get(values.len() / 2).copied()
}

/// Below this share of good answers something is wrong.
const SUCCESS: f64 = 0.9;
/// Fewer calls than this say nothing about a share.
const ENOUGH: usize = 5;
/// Reading an import should take no longer (S2.34).
const SLOW_PARSE_MS: u64 = 15_000;

/// What deserves a look: failures, slow imports, a budget that runs out.
#[must_use]
pub fn alerts(
    calls: &[ModelCall],
    allowance: Allowance,
    alert_at: f64,
    now: Timestamp,
) -> Vec<Message> {
    let mut found = Vec::new();
    let sum = summary(calls);
    if sum.calls >= ENOUGH && sum.success_rate < SUCCESS {
        found.push(
            Message::new("usage-alert-success")
                .with("percent", (sum.success_rate * 100.0).round())
                .with("calls", sum.calls),
        );
    }
    let slow = calls.iter().filter(|it| it.role == "parse" && it.total_ms > SLOW_PARSE_MS).count();
    if slow > 0 {
        found.push(Message::new("usage-alert-slow").with("count", slow));
    }
    let at = Beginnings::at(now, TimeZone::system());
    let spent = |since: Timestamp| -> f64 {
        calls.iter().filter(|call| call.at >= since).filter_map(|call| call.price).sum()
    };
    let mut budget = |id: &'static str, spent: f64, limit: Option<f64>| {
        if let Some(limit) = limit.filter(|limit| spent >= limit * alert_at && spent > 0.0) {
            found.push(
                Message { id: id.into(), args: Vec::new() }
                    .with("spent", money(spent))
                    .with("limit", money(limit)),
            );
        }
    };
    budget("usage-alert-day", spent(at.day), allowance.per_day);
    budget("usage-alert-month", spent(at.month), allowance.per_month);
    found
}
