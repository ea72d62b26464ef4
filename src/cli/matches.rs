//! `match [NAME…]`: what names mean in our library, or in the one of a file. Names on standard
//! input are answered one by one as they come, so that thousands stream through.

use std::io::BufRead;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::domain::{ExerciseId, Lang, Message};
use crate::import::read_library;
use crate::library::Library;
use crate::matching::{Matched, Matcher, Thresholds};

use super::context::{Context, decode};
use super::error::{CliError, Exit};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    #[arg(long, value_name = "FILE")]
    library: Option<PathBuf>,
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=100))]
    limit: u16,
    #[arg(long)]
    json: bool,
}

/// One answer, with the keys of the contract.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    query: &'a str,
    band: &'static str,
    matches: Vec<Hit<'a>>,
}

#[derive(Debug, Serialize)]
struct Hit<'a> {
    id: &'a str,
    name: &'a str,
    confidence: f64,
}

/// What names are looked up in.
struct Desk {
    matcher: Matcher,
    /// Our own library, whose names differ by language; a file's do not.
    library: Option<Library>,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let desk = desk(arguments, context)?;
    for name in &arguments.names {
        answer(name, &desk, arguments, context)?;
    }
    if !arguments.names.is_empty() {
        return Ok(Exit::Ok);
    }
    if context.terminal.input {
        context.note(&Message::new("cli-names-expected"))?;
    }
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        // what was answered so far is handed over before waiting for more
        if context.input.buffer().is_empty() {
            context.out.flush()?;
        }
        if context.input.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(Exit::Ok);
        }
        let line = decode(std::mem::take(&mut bytes));
        answer(line.trim_end_matches(['\n', '\r']), &desk, arguments, context)?;
    }
}

fn desk(arguments: &Arguments, context: &mut Context<'_>) -> Result<Desk, CliError> {
    let library = context.library()?;
    let desk = if let Some(path) = &arguments.library {
        let entries =
            read_library(&context.read(path)?).map_err(|error| CliError::usage(&error))?;
        Desk { matcher: Matcher::new(entries, Some(&library)), library: None }
    } else {
        Desk { matcher: Matcher::for_library(&library), library: Some(library) }
    };
    let bands = context.settings.bands;
    let thresholds = Thresholds { high: bands.high, medium: bands.medium, low: bands.low };
    Ok(Desk { matcher: desk.matcher.with_thresholds(thresholds), ..desk })
}

fn answer(
    name: &str,
    desk: &Desk,
    arguments: &Arguments,
    context: &mut Context<'_>,
) -> Result<(), CliError> {
    let matched = desk.matcher.find(name, usize::from(arguments.limit));
    let answer = Answer {
        query: name,
        band: matched.band.id(),
        matches: hits(&matched, desk.library.as_ref(), context.lang()),
    };
    if arguments.json {
        return Ok(context.out.json_line(&answer)?);
    }
    let band = match answer.band {
        "high" => "cli-band-high",
        "medium" => "cli-band-medium",
        "low" => "cli-band-low",
        _ => "cli-band-unmatched",
    };
    let band = context.catalogue().say(band);
    context.out.line(&format!("{name}  [{band}]"))?;
    let rows: Vec<Vec<String>> = answer
        .matches
        .iter()
        .map(|hit| vec![format!("  {:.2}", hit.confidence), hit.name.into(), hit.id.into()])
        .collect();
    Ok(context.out.table(&rows)?)
}

fn hits<'a>(matched: &'a Matched, library: Option<&'a Library>, lang: Lang) -> Vec<Hit<'a>> {
    let name =
        |id: &str| library?.get(&ExerciseId::new(id)).map(|exercise| exercise.name.get(lang));
    matched
        .candidates
        .iter()
        .map(|candidate| Hit {
            id: &candidate.id,
            name: name(&candidate.id).unwrap_or(&candidate.name),
            // three digits: what lies behind them is no knowledge
            confidence: (f64::from(candidate.confidence) * 1000.0).round() / 1000.0,
        })
        .collect()
}
