//! The one place that asks what time it is.

use std::time::{Duration, Instant, SystemTime};

use jiff::Timestamp;
use jiff::civil::Date;

/// A clock that counts from when it was made.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    start: Instant,
}

impl Clock {
    /// Starts counting.
    #[expect(clippy::disallowed_methods, reason = "this is the owner of the clock")]
    #[must_use]
    pub fn start() -> Self {
        Self { start: Instant::now() }
    }

    /// Time since the start; never goes back.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }
}

/// The day it is here.
#[expect(clippy::disallowed_methods, reason = "this is the owner of the clock")]
#[must_use]
pub fn today() -> Date {
    jiff::Zoned::now().date()
}

/// The moment it is.
#[expect(clippy::disallowed_methods, reason = "this is the owner of the clock")]
#[must_use]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// The moment it is here, as names of files bear it: `2026-03-31-184502`.
#[expect(clippy::disallowed_methods, reason = "this is the owner of the clock")]
#[must_use]
pub fn stamp() -> String {
    jiff::Zoned::now().strftime("%Y-%m-%d-%H%M%S").to_string()
}

/// A seed for new ids that no other session has: the moment, and the process.
#[expect(clippy::disallowed_methods, reason = "this is the owner of the clock")]
#[must_use]
pub fn seed() -> u64 {
    let nanos = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.as_nanos());
    (nanos as u64).rotate_left(20)
        ^ u64::from(std::process::id()).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
