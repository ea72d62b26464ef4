//! The line being typed at the foot of the screen: a query, a prescription, a title.

use std::collections::BTreeSet;

use super::frameworks::{FrameRow, FrameworkLine};
use super::library::LibraryLine;
use super::plan::Line;
use super::{Field, Lines};
use crate::domain::{Explain, ItemId, JobId, Message};
use crate::notation;

/// What the line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Searching and asking in the suggestions.
    Query,
    /// The prescription of an item.
    Dose(ItemId),
    /// The title of a section, or the name of a free line.
    Title(Line),
    /// Minutes of a section or item.
    Minutes(Line),
    /// Minutes and people of the unit, as `75` or `75 / 13`.
    UnitNumbers,
    /// A line without an exercise.
    FreeLine,
    /// The prescription of a row under review.
    RowDose(usize),
    /// A line under review, to be split at bars.
    RowSplit(usize),
    /// The name of a new exercise for a row under review.
    RowExercise(usize),
    /// The path of a file or folder to import.
    ImportPath,
    /// Title of a new unit.
    UnitTitle,
    /// What was really done of an item.
    Result(ItemId),
    /// Why a rule is switched off, for an item or the whole unit.
    Reason {
        /// The rule.
        rule: String,
        /// The item.
        item: Option<ItemId>,
    },
    /// Something for the library.
    Library(LibraryLine),
    /// Something of a framework.
    Framework(FrameworkLine),
    /// The additional term of a search.
    Term,
    /// What is different this evening, as `60 / 11 - crash mat`.
    Refit,
    /// What is looked for in the log.
    LogFind,
    /// What is to be different in weeks that are made again.
    Anew(JobId, BTreeSet<u16>),
}

/// The line being typed.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What it is for.
    pub purpose: Purpose,
    /// The text.
    pub field: Field,
    /// What is wrong with it so far.
    pub error: Option<Message>,
}

impl Entry {
    /// A line that starts from `text`.
    #[must_use]
    pub fn new(purpose: Purpose, text: &str) -> Self {
        let mut entry = Self { purpose, field: Field::new(text), error: None };
        entry.check();
        entry
    }

    /// Takes a pasted line in.
    pub fn paste(&mut self, text: &str) {
        self.field.paste(text, Lines::One);
        self.check();
    }

    /// Says what is wrong with the text while it is being typed. What was typed stays.
    pub fn check(&mut self) {
        let text = self.field.line();
        self.error = match self.purpose {
            Purpose::Dose(_) | Purpose::RowDose(_) if !text.trim().is_empty() => {
                notation::parse(text).err().map(|error| error.message())
            }
            Purpose::Minutes(_) if !text.trim().is_empty() => minutes(text).err(),
            Purpose::Framework(FrameworkLine::Row(FrameRow::Minutes))
                if !text.trim().is_empty() =>
            {
                minutes(text).err()
            }
            Purpose::UnitNumbers if !text.trim().is_empty() => unit_numbers(text).err(),
            _ => None,
        };
    }
}

/// Reads minutes, 1–600.
///
/// # Errors
/// The sentence that says what was expected.
pub fn minutes(text: &str) -> Result<u16, Message> {
    text.trim()
        .trim_end_matches(|sign: char| sign.is_alphabetic() || sign == '\'' || sign == '.')
        .trim()
        .parse()
        .ok()
        .filter(|minutes| (1..=600).contains(minutes))
        .ok_or_else(|| Message::new("entry-minutes-wrong"))
}

/// Reads minutes and people of a unit: `75`, `75 / 13`.
///
/// # Errors
/// The sentence that says what was expected.
pub fn unit_numbers(text: &str) -> Result<(u16, Option<u16>), Message> {
    let (left, right) = text.split_once('/').map_or((text, None), |(l, r)| (l, Some(r)));
    let people = match right {
        None => None,
        Some(people) => Some(
            people
                .trim()
                .parse()
                .ok()
                .filter(|people| (1..=500).contains(people))
                .ok_or_else(|| Message::new("entry-people-wrong"))?,
        ),
    };
    Ok((minutes(left)?, people))
}
