//! What a job did cost, said at its end; and the lengths of answers its limits are held against.

use super::backing::Used;
use crate::domain::Message;
use crate::llm::money;

/// Tokens of an outline and of a week, as measured for a program of six days.
pub(super) const OUTLINE: u32 = 3_000;
pub(super) const WEEK: u32 = 350;
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
