//! The newtype for text that may reach a terminal, with its width in columns.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::sieve::{self, Breaks};

/// One line of text that may be shown. It is made by [`shown`] only.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Shown<'a> {
    text: Cow<'a, str>,
    removed: usize,
}

/// The text on one line, without anything a terminal would obey or hide; see [`super::clean`].
/// Line breaks become spaces. Borrows where nothing had to change.
#[must_use]
pub fn shown(text: &str) -> Shown<'_> {
    let (text, removed) = sieve::pass(text, Breaks::Join);
    Shown { text, removed }
}

/// Columns that text takes on a terminal.
#[must_use]
pub fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

impl<'a> Shown<'a> {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Characters that had to go.
    #[must_use]
    pub const fn removed(&self) -> usize {
        self.removed
    }

    /// Columns it takes.
    #[must_use]
    pub fn width(&self) -> usize {
        columns(&self.text)
    }

    /// The text cut to at most `limit` columns between clusters, with `…` where something was
    /// left out.
    #[must_use]
    pub fn truncate(self, limit: usize) -> Self {
        if self.width() <= limit {
            return self;
        }
        let mut cut = String::with_capacity(limit + 2);
        if let Some(room) = limit.checked_sub(1) {
            let mut used = 0;
            for cluster in self.text.graphemes(true) {
                used += columns(cluster);
                if used > room {
                    break;
                }
                cut.push_str(cluster);
            }
            cut.push('…');
        }
        Self { text: Cow::Owned(cut), removed: self.removed }
    }

    /// The text itself, for those who keep it.
    #[must_use]
    pub fn into_string(self) -> String {
        self.text.into_owned()
    }

    /// The text itself, borrowed where it was.
    #[must_use]
    pub fn into_cow(self) -> Cow<'a, str> {
        self.text
    }
}

impl Deref for Shown<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl AsRef<str> for Shown<'_> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
