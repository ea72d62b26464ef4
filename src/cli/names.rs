//! Commands that answer names: as arguments, or one per line on standard input, each answered as
//! it comes, so that thousands stream through.

use std::io::BufRead;

use serde::Serialize;

use crate::domain::{ExerciseId, Lang, Message};
use crate::library::Library;

use super::context::{Context, decode};
use super::error::CliError;

/// An exercise of any library, as the contract of `match` and `library search` prints it.
#[derive(Debug, Serialize)]
pub(super) struct Hit<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) confidence: f64,
}

impl<'a> Hit<'a> {
    /// A hit; confidence keeps three digits, for what lies behind them is no knowledge.
    pub(super) fn new(id: &'a str, name: &'a str, confidence: f32) -> Self {
        let confidence = (f64::from(confidence) * 1000.0).round() / 1000.0;
        Self { id, name, confidence }
    }

    /// Confidence, name and id as cells of a table.
    pub(super) fn row(&self) -> Vec<String> {
        vec![format!("  {:.2}", self.confidence), self.name.to_owned(), self.id.to_owned()]
    }
}

/// The name of one of our exercises in the coach's language.
pub(super) fn localised<'a>(library: &'a Library, id: &str, lang: Lang) -> Option<&'a str> {
    library.get(&ExerciseId::new(id)).map(|exercise| exercise.name.get(lang))
}

/// Has every name answered, in order.
pub(super) fn each<'c>(
    names: &[String],
    context: &mut Context<'c>,
    mut answer: impl FnMut(&str, &mut Context<'c>) -> Result<(), CliError>,
) -> Result<(), CliError> {
    for name in names {
        answer(name, context)?;
    }
    if !names.is_empty() {
        return Ok(());
    }
    if context.terminal.input {
        context.note(&Message::new("cli-names-expected"))?;
    }
    let mut bytes = Vec::new();
    loop {
        // what was answered so far is handed over before waiting for more
        if context.input.buffer().is_empty() {
            context.out.flush()?;
        }
        bytes.clear();
        if context.input.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(());
        }
        let line = decode(&bytes);
        answer(line.trim_end_matches(['\n', '\r']), context)?;
    }
}
