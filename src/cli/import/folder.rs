//! A whole folder: one file after the other, how far it is, and at the end what became of each.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::cli::context::Context;
use crate::cli::error::{CliError, Exit};
use crate::domain::{Explain, Message};
use crate::language::shown;
use crate::runtime::imports::{Brought, files};

use super::{Arguments, Desk, print, source};

/// Cells of the progress bar.
const BAR: usize = 24;

/// Columns of a file's name beside it.
const NAME: usize = 40;

/// Imports every file below a folder. Exit code 1 when one of them failed.
pub(super) fn run(
    folder: &Path,
    arguments: &Arguments,
    desk: &Desk,
    context: &mut Context<'_>,
) -> Result<Exit, CliError> {
    let files = files(folder).map_err(|error| CliError::unreadable(folder, &error))?;
    let (mut failed, mut rows, mut plans) = (0_usize, 0_usize, 0_usize);
    let mut summary: Vec<Vec<String>> = Vec::new();
    for (at, path) in files.iter().enumerate() {
        progress(at, files.len(), path, context)?;
        let outcome = match source::read(path, context) {
            Ok(text) => match desk.understand(&text, arguments, context)? {
                Some(understood) => {
                    desk.bring(&text, path, understood).map_err(|error| error.message())
                }
                None => continue,
            },
            Err(why) => Err(why),
        };
        match outcome {
            Ok(brought) => {
                rows += brought.draft.rows().count();
                plans += brought.plans.len();
                if arguments.json {
                    let document = of_file(path, super::document(&brought, desk, context));
                    context.out.json_line(&document)?;
                } else {
                    summary.push(line(path, &brought, context));
                }
            }
            Err(why) => {
                failed += 1;
                let why = context.text(&why);
                if arguments.json {
                    let document = of_file(path, json!({ "error": why }));
                    context.out.json_line(&document)?;
                } else {
                    summary.push(vec![name(path), "✗".to_owned(), why]);
                }
            }
        }
    }
    clear(context)?;
    context.out.table(&summary)?;
    context.note(
        &Message::new("cli-import-folder")
            .with("files", files.len())
            .with("failed", failed)
            .with("rows", rows)
            .with("plans", plans),
    )?;
    Ok(if failed > 0 { Exit::Failed } else { Exit::Ok })
}

fn of_file(path: &Path, mut document: Value) -> Value {
    if let Some(keys) = document.as_object_mut() {
        keys.insert("file".to_owned(), path.display().to_string().into());
    }
    document
}

/// One file: its format, its rows by band, and the plans it is in, or why there is none.
fn line(path: &Path, brought: &Brought, context: &Context<'_>) -> Vec<String> {
    let draft = &brought.draft;
    let found = if draft.rows().next().is_none() && brought.plans.is_empty() {
        context.text(&Message::new("cli-import-nothing"))
    } else {
        context.text(&print::counts(draft))
    };
    let plans = match brought.plans.as_slice() {
        [] => String::new(),
        plans => context.text(&Message::new("cli-import-plans").with("count", plans.len())),
    };
    vec![name(path), draft.format.id().to_owned(), plans, found]
}

fn name(path: &Path) -> String {
    let path: PathBuf = path.components().collect();
    path.display().to_string()
}

/// How far it is, in one line that is written over, where somebody looks on.
fn progress(
    at: usize,
    count: usize,
    path: &Path,
    context: &mut Context<'_>,
) -> Result<(), CliError> {
    if !context.terminal.errors {
        return Ok(());
    }
    let filled = at * BAR / count.max(1);
    let bar = format!("{}{}", "▓".repeat(filled), "░".repeat(BAR - filled));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = shown(&name.unwrap_or_default()).truncate(NAME).into_string();
    write!(context.err.raw(), "\r\x1b[K{bar} {at}/{count} {name}")?;
    Ok(context.err.flush()?)
}

fn clear(context: &mut Context<'_>) -> Result<(), CliError> {
    if context.terminal.errors {
        write!(context.err.raw(), "\r\x1b[K")?;
    }
    Ok(())
}
