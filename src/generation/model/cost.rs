//! What a job will probably cost, said before it begins, and what it did cost, said at its end.

use super::backing::Used;
use super::base::BaseText;
use crate::domain::Message;
use crate::llm::{Price, Usage, money};

/// Tokens of an outline and of a week, as measured for a program of six days.
pub(super) const OUTLINE: u32 = 3_000;
pub(super) const WEEK: u32 = 350;
/// Tokens of a question for a week, and of the one for the outline.
const QUESTION: u64 = 300;
const OUTLINE_QUESTION: u64 = 2_000;

/// Tokens and money of a job of so many weeks.
pub(super) fn estimate(base: &BaseText, weeks: u16, price: Option<Price>) -> Message {
    let shared = (base.text.len() as u64).div_ceil(4);
    let line = shared + OUTLINE_QUESTION + u64::from(OUTLINE);
    let weeks = u64::from(weeks);
    let usage = Usage {
        input_new: shared + OUTLINE_QUESTION + u64::from(OUTLINE) + weeks * QUESTION,
        input_cached: shared + weeks * line,
        output: u64::from(OUTLINE) + weeks * u64::from(WEEK),
        ..Usage::default()
    };
    let price = match price {
        Some(price) => Message::new("job-price").with("price", money(price.of(&usage))),
        None => Message::new("job-price-unknown"),
    };
    Message::new("job-estimate")
        .with("new", usage.input_new as f64)
        .with("cached", usage.input_cached as f64)
        .with("output", usage.output as f64)
        .with("price", price)
}

/// What a job has used, all its runs and every repair included.
pub(super) fn used(used: &Used) -> Message {
    let price = if used.unpriced > 0 {
        Message::new("job-price-unknown")
    } else {
        Message::new("job-price").with("price", money(used.price))
    };
    Message::new("job-cost")
        .with("calls", used.calls)
        .with("new", (used.usage.input_new + used.usage.cache_written) as f64)
        .with("cached", used.usage.input_cached as f64)
        .with("output", used.usage.output as f64)
        .with("share", (used.usage.cached_share() * 100.0).round())
        .with("price", price)
}
