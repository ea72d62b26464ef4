//! A line on its own, read anew because a coach wants it to be something: a part of a split line,
//! two lines joined, or one that was ignored.

use super::draft::{Row, Verdict};
use super::{Fields, ReadOptions, SourceFormat, read};
use crate::domain::Prescription;
use crate::language::clean;
use crate::matching::Matcher;

/// Alternatives a row keeps.
const ALTERNATIVES: usize = 6;

/// The rows of some lines. A line that is none on its own becomes one all the same, with the whole
/// line as its name: somebody asked for it.
#[must_use]
pub fn read_rows(text: &str, matcher: &Matcher) -> Vec<Row> {
    let options = ReadOptions { format: Some(SourceFormat::Text) };
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .flat_map(|line| {
            let draft = read(line, matcher, &options);
            let rows: Vec<Row> = draft.sections.into_iter().flat_map(|part| part.rows).collect();
            if rows.is_empty() { vec![named(line, matcher)] } else { rows }
        })
        .collect()
}

fn named(line: &str, matcher: &Matcher) -> Row {
    let name = clean(line).text.trim().to_owned();
    let found = matcher.find(&name, ALTERNATIVES);
    Row {
        line: 1,
        name,
        group: None,
        format: None,
        prescription: Prescription::default(),
        fields: Fields::default(),
        candidates: found.candidates,
        band: found.band,
        marks: Vec::new(),
        verdict: Verdict::Open,
    }
}
