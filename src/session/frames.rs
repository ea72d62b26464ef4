//! When to draw: a pure limiter that joins what happens within one frame time.

use std::time::Duration;

/// Shortest time between two frames on a local terminal.
pub const LOCAL: Duration = Duration::from_millis(33);

/// Decides when a requested frame may be drawn. Times are counted from any fixed moment.
///
/// The first frame after a pause is drawn at once, so a key is answered immediately; only a
/// burst, such as streaming text, is slowed to one frame per interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limiter {
    interval: Duration,
    last: Option<Duration>,
    wanted: bool,
}

impl Limiter {
    /// A limiter with the given shortest time between frames.
    #[must_use]
    pub const fn new(interval: Duration) -> Self {
        Self { interval, last: None, wanted: false }
    }

    /// Asks for a frame.
    pub const fn request(&mut self) {
        self.wanted = true;
    }

    /// How long to wait until the requested frame may be drawn: zero for now, `None` when none
    /// was requested.
    #[must_use]
    pub fn wait(&self, now: Duration) -> Option<Duration> {
        self.wanted.then(|| {
            self.last.map_or(Duration::ZERO, |last| (last + self.interval).saturating_sub(now))
        })
    }

    /// Notes that a frame was drawn.
    pub const fn drawn(&mut self, now: Duration) {
        self.last = Some(now);
        self.wanted = false;
    }

    /// Lets the next frame pass at once: a key was pressed and must be answered.
    pub const fn hurry(&mut self) {
        self.last = None;
        self.wanted = true;
    }
}
