//! The first step: a TOML file as a tree that remembers on which line everything stands. Nothing
//! is judged here but the syntax.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table of the file.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct RawTable {
    /// Keys with their values, by key.
    pub(super) entries: BTreeMap<String, RawEntry>,
}

/// A key of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RawEntry {
    /// Line the key stands on, from 1.
    pub(super) line: usize,
    /// What it was set to.
    pub(super) value: RawValue,
}

/// A value as TOML knows it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum RawValue {
    /// A string.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number with a decimal point.
    Number(f64),
    /// A list.
    List(Vec<RawValue>),
    /// A table.
    Table(RawTable),
    /// Anything no key of ours takes: truth values, dates.
    Other(String),
}

/// Why a text is no TOML.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RawError {
    /// Line of the fault, from 1.
    pub(super) line: usize,
    /// What the parser says.
    pub(super) detail: String,
}

/// Reads a whole file.
pub(super) fn parse(text: &str) -> Result<RawTable, RawError> {
    match DeTable::parse(text) {
        Ok(table) => Ok(convert(table.get_ref(), text)),
        Err(error) => Err(RawError {
            line: error.span().map_or(1, |span| line_at(text, span.start)),
            detail: error.message().to_owned(),
        }),
    }
}

fn convert(table: &DeTable<'_>, text: &str) -> RawTable {
    let entries = table.iter().map(|(key, value)| {
        let line = line_at(text, key.span().start);
        (key.get_ref().to_string(), RawEntry { line, value: RawValue::from_toml(value, text) })
    });
    RawTable { entries: entries.collect() }
}

impl RawValue {
    fn from_toml(value: &Spanned<DeValue<'_>>, text: &str) -> Self {
        match value.get_ref() {
            DeValue::String(content) => Self::Text(content.to_string()),
            DeValue::Integer(digits) => i64::from_str_radix(digits.as_str(), digits.radix())
                .map_or_else(|_| Self::Other(digits.as_str().to_owned()), Self::Whole),
            DeValue::Float(digits) => digits
                .as_str()
                .parse()
                .map_or_else(|_| Self::Other(digits.as_str().to_owned()), Self::Number),
            DeValue::Array(values) => {
                Self::List(values.iter().map(|value| Self::from_toml(value, text)).collect())
            }
            DeValue::Table(table) => Self::Table(convert(table, text)),
            DeValue::Boolean(value) => Self::Other(value.to_string()),
            DeValue::Datetime(value) => Self::Other(value.to_string()),
        }
    }

    /// The value as it is named in an error.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Text(text) => format!("\"{text}\""),
            Self::Whole(number) => number.to_string(),
            Self::Number(number) => number.to_string(),
            Self::List(_) => "[…]".to_owned(),
            Self::Table(_) => "{…}".to_owned(),
            Self::Other(text) => text.clone(),
        }
    }
}

/// The line a byte stands on, from 1.
fn line_at(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|byte| *byte == b'\n').count()
}
