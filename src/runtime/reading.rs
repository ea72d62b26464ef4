//! Reads a pasted text on a thread of its own for as long as somebody waits for it.

#[cfg(test)]
mod tests;

use std::sync::Weak;

use crate::import::{Draft, Going, ReadOptions, read_watched};
use crate::matching::Matcher;

/// What was understood; `None` once `waits` points to nothing any more, within milliseconds.
pub(super) fn reading(text: &str, matcher: &Matcher, waits: &Weak<()>) -> Option<Draft> {
    read_watched(text, matcher, &ReadOptions::default(), &mut |_| {
        if waits.strong_count() > 0 { Going::On } else { Going::Stop }
    })
}
