//! `match [NAME…]`: what names mean in our library, or in the one of a file.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::import::read_library;
use crate::library::Library;
use crate::matching::{Band, Matcher};

use super::context::Context;
use super::error::{CliError, Exit};
use super::names::{self, Hit};

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

/// What names are looked up in.
struct Desk {
    matcher: Matcher,
    /// Our own library, whose names differ by language; a file's do not.
    library: Option<Library>,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let desk = desk(arguments, context)?;
    names::each(&arguments.names, context, |name, context| {
        answer(name, &desk, arguments, context)
    })?;
    Ok(Exit::Ok)
}

fn desk(arguments: &Arguments, context: &mut Context<'_>) -> Result<Desk, CliError> {
    if let Some(path) = &arguments.library {
        let entries =
            read_library(&context.read(path)?).map_err(|error| CliError::usage(&error))?;
        let matcher = Matcher::new(entries, Some(&context.library()?));
        return Ok(Desk { matcher: matcher.with_thresholds(context.thresholds()), library: None });
    }
    let (library, matcher) = context.matcher()?;
    Ok(Desk { matcher, library: Some(library) })
}

fn answer(
    name: &str,
    desk: &Desk,
    arguments: &Arguments,
    context: &mut Context<'_>,
) -> Result<(), CliError> {
    let matched = desk.matcher.find(name, usize::from(arguments.limit));
    let lang = context.lang();
    let own = |id: &str| names::localised(desk.library.as_ref()?, id, lang);
    let matches = matched.candidates.iter().map(|candidate| {
        let name = own(&candidate.id).unwrap_or(&candidate.name);
        Hit::new(&candidate.id, name, candidate.confidence)
    });
    let answer = Answer { query: name, band: matched.band.id(), matches: matches.collect() };
    if arguments.json {
        return Ok(context.out.json_line(&answer)?);
    }
    let band = context.catalogue().say(match matched.band {
        Band::High => "cli-band-high",
        Band::Medium => "cli-band-medium",
        Band::Low => "cli-band-low",
        Band::Unmatched => "cli-band-unmatched",
    });
    context.out.line(&format!("{name}  [{band}]"))?;
    let rows: Vec<Vec<String>> = answer.matches.iter().map(Hit::row).collect();
    Ok(context.out.table(&rows)?)
}
