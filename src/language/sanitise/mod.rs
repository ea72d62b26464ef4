//! What text from outside may not do to a terminal, kept in one place: a streaming sieve of
//! bounded look-ahead for pastes, files, models, other users and the database.

mod classes;
mod escape;
mod shown;
mod sieve;
#[cfg(test)]
mod tests;

pub use shown::{Shown, columns, shown};

use sieve::Breaks;

/// Text fit to be stored, and how many characters had to go.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cleaned {
    /// The text; line breaks are `\n`, tabs are spaces.
    pub text: String,
    /// Characters removed.
    pub removed: usize,
}

/// The text without anything that could steer a terminal or hide from the reader: control and
/// escape sequences, bidi controls, invisible characters, joiners outside emoji, tags, towers of
/// accents. Line breaks stay; a tab becomes four spaces, so that columns stay apart.
#[must_use]
pub fn clean(text: &str) -> Cleaned {
    let (text, removed) = sieve::pass(text, Breaks::Keep);
    Cleaned { text: text.into_owned(), removed }
}

/// Whether a terminal would obey the character or hide it from the reader: what output that must
/// keep every character, such as JSON, writes as an escape.
#[must_use]
pub fn steers(letter: char) -> bool {
    use classes::Class;
    !matches!(
        classes::class(letter),
        Class::Plain | Class::Emoji | Class::Accent | Class::Variation
    )
}
