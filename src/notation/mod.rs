//! The prescription language: one line of text per item, read in both languages at once, written
//! in one, without loss; with spans for highlighting and errors that point at the column.
//!
//! A line is a scheme and what qualifies it, in any order when read, in this order when written:
//! `[set type] scheme[/side] [@load] [@RPE] [RIR] [tempo] [rest] [; note]`.
//!
//! **Commas.** A comma between digits may be a German decimal sign or part a list. Repetitions
//! and seconds are whole, so there it always parts. Elsewhere a comma followed by a space parts;
//! one of several commas in a row parts (`40,45,50kg`); a single one is a decimal sign when one
//! digit follows (`42,5kg`) or at most three digits follow a single one (`1,25kg`), else it parts
//! (`85,90%`). The printer writes a comma only where this rule reads it back, and a point or a
//! comma with a space where it would not.

mod cursor;
mod error;
mod figure;
mod flat;
mod lexer;
mod load;
mod marks;
mod note;
mod parser;
mod print;
mod scheme;
#[cfg(test)]
mod tests;
mod words;

pub use error::{Expected, NotationError};
pub use flat::{Flat, FlatLoad, FlatValue};
pub use lexer::{Lexeme, LexemeKind, lex};
pub use marks::{Mark, Part};
pub use note::tidy_note;
pub use print::print;

use crate::domain::Prescription;

/// What could be read of a line, also of one that is wrong somewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What was understood before the error; all of it when there is none.
    pub prescription: Prescription,
    /// Which characters became what, in order.
    pub marks: Vec<Mark>,
    /// Where it went wrong.
    pub error: Option<NotationError>,
}

/// Reads a line, in either language.
///
/// # Errors
/// [`NotationError`] with the column of the first thing that does not fit.
pub fn parse(text: &str) -> Result<Prescription, NotationError> {
    let Reading { prescription, error, .. } = read(text);
    error.map_or(Ok(prescription), Err)
}

/// Reads as much of a line as makes sense.
#[must_use]
pub fn read(text: &str) -> Reading {
    parser::read(text)
}

/// Which characters of a line mean what, for highlighting; up to the first error.
#[must_use]
pub fn spans(text: &str) -> Vec<Mark> {
    read(text).marks
}
