//! `import FILE|DIR|-`: what was understood of a text or file, and putting it into the database.
//!
//! A dry run creates nothing and needs no database. The ids of what is stored follow from the
//! text, so that importing the same text twice changes nothing.

mod help;
mod keep;

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::Value;

use crate::domain::Message;
use crate::import::{Draft, ReadOptions, SourceFormat, is_plan, read};
use crate::library::Library;
use crate::matching::{Band, Matcher};

use super::context::Context;
use super::error::{CliError, Exit};

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Arguments {
    #[arg(value_name = "FILE|DIR|-")]
    source: PathBuf,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "ID")]
    unit: Option<String>,
    #[arg(long, value_name = "FORMAT", default_value = "auto", value_parser = format)]
    format: Format,
    #[arg(long)]
    llm: bool,
    #[arg(long, requires = "llm")]
    show_request: bool,
    #[arg(long)]
    json: bool,
}

/// A format, or finding it out.
#[derive(Debug, Clone, Copy)]
struct Format(Option<SourceFormat>);

fn format(text: &str) -> Result<Format, String> {
    if text == "auto" {
        return Ok(Format(None));
    }
    let ids = || SourceFormat::ALL.map(SourceFormat::id).join(", ");
    let format = SourceFormat::from_id(text);
    format.map(|format| Format(Some(format))).ok_or_else(|| format!("write auto, {}", ids()))
}

/// What imports are read with.
struct Desk {
    library: Library,
    matcher: Matcher,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let (library, matcher) = context.matcher()?;
    let desk = Desk { library, matcher };
    if !arguments.source.is_dir() {
        let document = import(&arguments.source, arguments, &desk, context)?;
        if let Some(document) = document {
            context.out.json(&document)?;
        }
        return Ok(Exit::Ok);
    }
    for path in files(&arguments.source)? {
        if !arguments.json {
            context.out.line(&path.display().to_string())?;
        }
        if let Some(mut document) = import(&path, arguments, &desk, context)? {
            if let Some(keys) = document.as_object_mut() {
                keys.insert("file".to_owned(), path.display().to_string().into());
            }
            context.out.json_line(&document)?;
        }
    }
    Ok(Exit::Ok)
}

/// The files of a folder by name, hidden ones left out.
fn files(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let unreadable = |error| CliError::unreadable(folder, &error);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if path.is_file() && !hidden {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Imports one text. Returns the document to print, where one was asked for.
fn import(
    path: &Path,
    arguments: &Arguments,
    desk: &Desk,
    context: &mut Context<'_>,
) -> Result<Option<Value>, CliError> {
    let text = context.read(path)?;
    let mut draft = read(&text, &desk.matcher, &ReadOptions { format: arguments.format.0 });
    if arguments.llm && !is_plan(&text) && help::ask(&mut draft, arguments, context)? {
        return Ok(None);
    }
    let kept = if arguments.dry_run {
        Vec::new()
    } else if is_plan(&text) && arguments.unit.is_none() {
        keep::plan(&text, context)?
    } else {
        keep::draft(&draft, &text, path, arguments.unit.as_deref(), &desk.library, context)?
    };
    if arguments.json {
        let mut document = draft.to_json(context.lang());
        if let Some(keys) = document.as_object_mut().filter(|_| !arguments.dry_run) {
            keys.insert("plans".to_owned(), kept.into());
        }
        return Ok(Some(document));
    }
    print(&draft, context)?;
    for id in kept {
        context.say(&Message::new("cli-import-kept").with("id", id))?;
    }
    Ok(None)
}

/// What was understood, row by row, and how sure it is.
fn print(draft: &Draft, context: &mut Context<'_>) -> Result<(), CliError> {
    for section in &draft.sections {
        if !section.title.is_empty() {
            context.out.line(&section.title)?;
        }
        let rows: Vec<Vec<String>> = section
            .rows
            .iter()
            .map(|row| {
                let band = context.catalogue().say(match row.band {
                    Band::High => "cli-band-high",
                    Band::Medium => "cli-band-medium",
                    Band::Low => "cli-band-low",
                    Band::Unmatched => "cli-band-unmatched",
                });
                let best = row.candidates.first().filter(|_| row.band > Band::Unmatched);
                vec![
                    format!("{:>4}", row.line),
                    row.group.clone().unwrap_or_default(),
                    row.name.clone(),
                    crate::notation::print(&row.prescription, context.lang()),
                    best.map_or("–", |candidate| &candidate.name).to_owned(),
                    band,
                ]
            })
            .collect();
        context.out.table(&rows)?;
    }
    let counts = draft.counts();
    context.note(
        &Message::new("cli-import-counts")
            .with("high", counts.high)
            .with("medium", counts.medium)
            .with("low", counts.low)
            .with("unmatched", counts.unmatched)
            .with("ignored", counts.ignored)
            .with("removed", draft.removed),
    )
}
