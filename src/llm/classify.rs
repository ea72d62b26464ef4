//! From a status and a provider's words to a class. Providers agree on little, so codes are
//! looked at first, then the status, and only then sentences.

use std::time::{Duration, SystemTime};

use super::error::Class;
use super::piece::Fault;

/// What the headers of a response say about asking again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Advice {
    /// When to ask again.
    pub(super) after: Option<Duration>,
    /// Whether to ask again at all, where the server says so.
    pub(super) again: Option<bool>,
}

impl Advice {
    /// Reads `retry-after-ms`, `retry-after` in seconds or as a date, and `x-should-retry`.
    pub(super) fn of<'a>(header: impl Fn(&str) -> Option<&'a str>, now: SystemTime) -> Self {
        let millis = header("retry-after-ms").and_then(|text| text.trim().parse::<f64>().ok());
        let seconds = header("retry-after").map(str::trim).and_then(|text| {
            text.parse::<f64>().ok().or_else(|| {
                let date = httpdate::parse_http_date(text).ok()?;
                Some(date.duration_since(now).map_or(0.0, |wait| wait.as_secs_f64()))
            })
        });
        let seconds = millis.map(|millis| millis / 1_000.0).or(seconds);
        let after = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        let again = match header("x-should-retry") {
            Some("true") => Some(true),
            Some("false") => Some(false),
            _ => None,
        };
        Self { after, again }
    }
}

/// The class of an error. `base` is the id of the conversation the request forks from.
pub(super) fn class_of(fault: &Fault, base: Option<&str>, advice: Advice) -> Class {
    let code = fault.code.as_str();
    let message = fault.message.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| message.contains(word));
    let coded = |words: &[&str]| words.iter().any(|word| code.contains(word));
    let busy = Class::Busy { after: advice.after.or_else(|| wait_named_in(&message)) };

    if base_is_lost(fault, &message, base) {
        return Class::BaseLost;
    }
    if coded(&["insufficient_quota", "credit_balance", "billing", "insufficient_credits"])
        || fault.status == Some(402)
        || (fault.status == Some(429)
            && says(&["exceeded your current quota", "billing", "credit balance"]))
        || (fault.status == Some(400) && says(&["credit balance is too low"]))
    {
        return Class::Quota;
    }
    if coded(&["context_length", "request_too_large", "string_above_max_length"])
        || fault.status == Some(413)
        || says(&[
            "maximum context length",
            "context window",
            "prompt is too long",
            "context length",
            "input token count",
            "exceeds the available context size",
            "too many tokens",
        ])
    {
        return Class::ContextTooLong;
    }
    if coded(&["content_filter", "content_policy", "invalid_prompt", "bio_policy"]) {
        return Class::Refused;
    }
    if coded(&["invalid_api_key", "authentication", "permission", "unauthenticated"])
        || matches!(fault.status, Some(401 | 403))
        || says(&["api key not valid", "incorrect api key"])
    {
        return Class::Auth;
    }
    if coded(&["model_not_found", "deploymentnotfound"])
        || (matches!(fault.status, Some(400 | 404))
            && says(&["model"])
            && says(&["not found", "does not exist", "not a valid model", "unknown model"]))
    {
        return Class::NoModel;
    }
    let by_code = coded(&[
        "rate_limit",
        "overloaded",
        "server_error",
        "slow_down",
        "api_error",
        "timeout",
        "resource_exhausted",
        "unavailable",
        "internal",
        "deadline",
        "insufficient_system_resource",
    ]);
    let by_status = matches!(fault.status, Some(408 | 409 | 429 | 500..));
    // an error in the middle of a stream that names neither came from something that broke
    let by_default = fault.status.is_none() && code.is_empty();
    if by_status || by_code || by_default || advice.again == Some(true) {
        busy
    } else {
        Class::BadRequest
    }
}

/// Servers differ: a code of its own, a 404, or a 400 whose sentence names the id.
fn base_is_lost(fault: &Fault, message: &str, base: Option<&str>) -> bool {
    if fault.code.contains("previous_response") {
        return true;
    }
    let Some(base) = base else { return false };
    matches!(fault.status, Some(400 | 404))
        && (message.contains("previous_response")
            || message.contains("previous response")
            || (!base.is_empty() && message.contains(&base.to_ascii_lowercase())))
}

/// "Please try again in 1.5s", "in 300ms", where no header says it.
fn wait_named_in(message: &str) -> Option<Duration> {
    let (_, rest) = message.split_once("try again in ")?;
    let number: String =
        rest.chars().take_while(|sign| sign.is_ascii_digit() || *sign == '.').collect();
    let value: f64 = number.trim_end_matches('.').parse().ok()?;
    let unit = rest.strip_prefix(number.as_str())?.trim_start();
    let seconds = if unit.starts_with("ms") {
        value / 1_000.0
    } else if unit.starts_with('m') {
        value * 60.0
    } else if unit.starts_with('s') {
        value
    } else {
        return None;
    };
    Duration::try_from_secs_f64(seconds).ok()
}
