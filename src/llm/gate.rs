//! How many calls a provider gets at the same time: half as many after every "too many", one more
//! after as many successes as are allowed, and nobody before the moment a server asked for.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

/// The gate before a provider.
#[derive(Debug)]
pub(super) struct Gate {
    state: Mutex<State>,
    freed: Notify,
}

#[derive(Debug)]
struct State {
    busy: u32,
    allowed: f64,
    most: u32,
    closed_until: Option<Instant>,
}

/// The right to make one call; given back when dropped.
#[derive(Debug)]
pub(super) struct Pass<'a> {
    gate: &'a Gate,
}

impl Gate {
    /// A gate for at most `most` calls at once.
    pub(super) fn new(most: u32) -> Self {
        let most = most.max(1);
        let state = State { busy: 0, allowed: f64::from(most), most, closed_until: None };
        Self { state: Mutex::new(state), freed: Notify::new() }
    }

    /// Waits for a turn.
    pub(super) async fn enter(&self) -> Pass<'_> {
        loop {
            // listened for before looking, so that no place that is freed in between is missed
            let freed = self.freed.notified();
            let closed = {
                let mut state = self.state();
                match state.closed_until.filter(|until| *until > Instant::now()) {
                    Some(until) => Some(until),
                    None if state.busy < state.allowed as u32 => {
                        state.busy += 1;
                        return Pass { gate: self };
                    }
                    None => None,
                }
            };
            match closed {
                Some(until) => tokio::time::sleep_until(until).await,
                None => freed.await,
            }
        }
    }

    /// A call was told that there are too many: half of them from now on, and none for `pause`.
    pub(super) fn slow(&self, pause: Duration) {
        let mut state = self.state();
        state.allowed = (state.allowed / 2.0).max(1.0);
        let until = Instant::now() + pause;
        state.closed_until = state.closed_until.max(Some(until));
    }

    /// A call went well.
    pub(super) fn ease(&self) {
        let mut state = self.state();
        state.allowed = (state.allowed + 1.0 / state.allowed).min(f64::from(state.most));
        drop(state);
        self.freed.notify_waiters();
    }

    /// Calls allowed at once just now.
    #[cfg(test)]
    pub(super) fn allowed(&self) -> u32 {
        self.state().allowed as u32
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // three numbers are as good after a panic as before
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        self.gate.state().busy -= 1;
        self.gate.freed.notify_waiters();
    }
}
