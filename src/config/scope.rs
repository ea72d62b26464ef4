//! The second step's tool: takes keys out of one table, typed and checked. A variable
//! `PLANWRIGHT_TABLE_KEY` wins over the file; whatever was never asked for is an unknown key.

use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::path::Path;

use super::Environment;
use super::error::{Expected, Fault, Origin, Problem};
use super::raw::{RawEntry, RawTable, RawValue};

/// What all scopes of one reading share.
pub(super) struct Reading<'a> {
    /// The file, for errors.
    pub(super) path: &'a Path,
    /// Variables that win over the file.
    pub(super) environment: &'a Environment,
    /// Everything found wrong so far.
    pub(super) problems: RefCell<Vec<Problem>>,
}

/// One table while its keys are taken.
pub(super) struct Scope<'a> {
    reading: &'a Reading<'a>,
    /// Name with a trailing dot; empty at the top.
    prefix: String,
    /// Line the table starts on.
    line: usize,
    table: Option<&'a RawTable>,
    known: Vec<String>,
}

/// A value and where it was said.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said<T> {
    /// The value.
    pub(super) value: T,
    /// Where it was said.
    pub(super) origin: Origin,
}

impl<T> Said<T> {
    pub(super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Said<U> {
        Said { value: change(self.value), origin: self.origin }
    }
}

impl<'a> Scope<'a> {
    /// The whole file.
    pub(super) fn top(reading: &'a Reading<'a>, table: Option<&'a RawTable>) -> Self {
        Self { reading, prefix: String::new(), line: 1, table, known: Vec::new() }
    }

    /// Notes a problem with a key of this table.
    pub(super) fn problem(&self, origin: Origin, key: &str, fault: Fault) {
        let key = format!("{}{key}", self.prefix);
        self.reading.problems.borrow_mut().push(Problem { origin, key, fault });
    }

    /// Where the table itself stands.
    pub(super) fn origin(&self) -> Origin {
        self.at(self.line)
    }

    fn at(&self, line: usize) -> Origin {
        Origin::File { path: self.reading.path.to_path_buf(), line }
    }

    fn entry(&mut self, key: &str) -> Option<&'a RawEntry> {
        self.known.push(key.to_owned());
        self.table?.entries.get(key)
    }

    fn value(&mut self, key: &str) -> Option<Said<RawValue>> {
        let entry = self.entry(key);
        let variable = variable(&self.prefix, key);
        if let Some(text) = self.reading.environment.get(&variable) {
            return Some(Said {
                value: RawValue::Text(text.to_owned()),
                origin: Origin::Variable(variable),
            });
        }
        let entry = entry?;
        Some(Said { value: entry.value.clone(), origin: self.at(entry.line) })
    }

    /// A text.
    pub(super) fn text(&mut self, key: &str) -> Option<Said<String>> {
        let said = self.value(key)?;
        match said.value {
            RawValue::Text(value) => Some(Said { value, origin: said.origin }),
            other => self.wrong(said.origin, key, &other, Expected::Text),
        }
    }

    /// A text, or a list of texts.
    pub(super) fn texts(&mut self, key: &str) -> Option<Said<Vec<String>>> {
        let said = self.value(key)?;
        let texts = match &said.value {
            RawValue::Text(text) => Some(vec![text.clone()]),
            RawValue::List(values) => values
                .iter()
                .map(|value| match value {
                    RawValue::Text(text) => Some(text.clone()),
                    _ => None,
                })
                .collect(),
            _ => None,
        };
        match texts {
            Some(value) => Some(Said { value, origin: said.origin }),
            None => self.wrong(said.origin, key, &said.value, Expected::Texts),
        }
    }

    /// A number within `range`.
    pub(super) fn number(&mut self, key: &str, range: RangeInclusive<f64>) -> Option<Said<f64>> {
        let said = self.value(key)?;
        let number = match &said.value {
            RawValue::Whole(number) => Some(*number as f64),
            RawValue::Number(number) => Some(*number),
            RawValue::Text(text) if matches!(said.origin, Origin::Variable(_)) => {
                text.trim().parse().ok()
            }
            _ => None,
        };
        let Some(value) = number else {
            return self.wrong(said.origin, key, &said.value, Expected::Number);
        };
        if !range.contains(&value) {
            let (min, max) = range.into_inner();
            self.problem(said.origin, key, Fault::OutOfRange { value, min, max });
            return None;
        }
        Some(Said { value, origin: said.origin })
    }

    /// A whole number within `range`.
    pub(super) fn whole(&mut self, key: &str, range: RangeInclusive<u32>) -> Option<Said<u32>> {
        let (min, max) = range.into_inner();
        let said = self.number(key, f64::from(min)..=f64::from(max))?;
        if said.value.fract() != 0.0 {
            return self.wrong(said.origin, key, &RawValue::Number(said.value), Expected::Whole);
        }
        Some(said.map(|value| value as u32))
    }

    /// One of the named values.
    pub(super) fn choice<T: Copy>(
        &mut self,
        key: &str,
        choices: &[(&'static str, T)],
    ) -> Option<Said<T>> {
        let said = self.text(key)?;
        if let Some((_, value)) = choices.iter().find(|(name, _)| *name == said.value) {
            return Some(Said { value: *value, origin: said.origin });
        }
        let allowed = choices.iter().map(|(name, _)| (*name).to_owned()).collect();
        self.problem(said.origin, key, Fault::NotOneOf { value: said.value, allowed });
        None
    }

    /// A table below this one; an absent one is empty, for variables may still fill it.
    pub(super) fn table(&mut self, key: &str) -> Scope<'a> {
        let entry = self.entry(key);
        let (table, line) = match entry {
            Some(RawEntry { value: RawValue::Table(table), line }) => (Some(table), *line),
            Some(RawEntry { value, line }) => {
                self.wrong::<()>(self.at(*line), key, value, Expected::Table);
                (None, *line)
            }
            None => (None, self.line),
        };
        let prefix = format!("{}{key}.", self.prefix);
        Scope { reading: self.reading, prefix, line, table, known: Vec::new() }
    }

    /// Whether the file says anything in this table.
    pub(super) const fn is_said(&self) -> bool {
        self.table.is_some()
    }

    /// The keys of a table in which names are free.
    pub(super) fn names(&self) -> Vec<String> {
        self.table.map(|table| table.entries.keys().cloned().collect()).unwrap_or_default()
    }

    /// Whether a free name holds a table.
    pub(super) fn holds_table(&self, key: &str) -> bool {
        self.table
            .and_then(|table| table.entries.get(key))
            .is_some_and(|entry| matches!(entry.value, RawValue::Table(_)))
    }

    /// Every key that was not taken is unknown.
    pub(super) fn finish(self) {
        let Some(table) = self.table else { return };
        for (key, entry) in &table.entries {
            if !self.known.contains(key) {
                let known = self.known.clone();
                let fault = Fault::UnknownKey { nearest: nearest(key, &known), known };
                self.problem(self.at(entry.line), key, fault);
            }
        }
    }

    fn wrong<T>(
        &self,
        origin: Origin,
        key: &str,
        value: &RawValue,
        expected: Expected,
    ) -> Option<T> {
        self.problem(origin, key, Fault::WrongType { value: value.shown(), expected });
        None
    }
}

/// `match.` and `high` make `PLANWRIGHT_MATCH_HIGH`; the three that have shorter names on the
/// command line keep those.
fn variable(prefix: &str, key: &str) -> String {
    let name = match (prefix, key) {
        ("", "language") => "lang",
        ("", "database") => "db",
        _ => key,
    };
    format!("PLANWRIGHT_{prefix}{name}")
        .to_ascii_uppercase()
        .replace(|letter: char| !letter.is_ascii_alphanumeric(), "_")
}

/// The known key that `key` was probably meant to be.
fn nearest(key: &str, known: &[String]) -> Option<String> {
    known
        .iter()
        .map(|name| (strsim::damerau_levenshtein(key, name), name))
        .filter(|(distance, name)| *distance <= 1 + name.len() / 4)
        .min()
        .map(|(_, name)| name.clone())
}
