//! Reads a pasted text on a thread of its own for as long as somebody waits for it.

#[cfg(test)]
mod tests;

use std::sync::{Arc, Weak};

use crate::import::{Draft, Going, ReadOptions, read_watched};
use crate::matching::Matcher;

/// What was understood; `None` where reading broke. Dropped, it ends within milliseconds.
pub(super) async fn reading(text: Arc<str>, matcher: Matcher) -> Option<Draft> {
    let wanted = Arc::new(());
    let waits = Arc::downgrade(&wanted);
    let read = tokio::task::spawn_blocking(move || read_while(&text, &matcher, &waits)).await;
    drop(wanted);
    read.ok().flatten()
}

/// What was understood; `None` once `waits` points to nothing any more.
fn read_while(text: &str, matcher: &Matcher, waits: &Weak<()>) -> Option<Draft> {
    read_watched(text, matcher, &ReadOptions::default(), &mut |_| {
        if waits.strong_count() > 0 { Going::On } else { Going::Stop }
    })
}
