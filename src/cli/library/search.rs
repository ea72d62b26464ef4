//! `library search [QUERY…]`: search as you type, in our library or in the one of a file.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::import::read_library;
use crate::library::Library;
use crate::matching::{Entry, Shelf};

use crate::cli::context::Context;
use crate::cli::error::{CliError, Exit};
use crate::cli::names::{self, Hit};

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = "QUERY")]
    queries: Vec<String>,
    #[arg(long, value_name = "FILE")]
    library: Option<PathBuf>,
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=1000))]
    limit: u16,
    #[arg(long)]
    json: bool,
}

/// One answer, with the keys of the contract.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    query: &'a str,
    matches: Vec<Hit<'a>>,
}

/// What is searched.
enum Desk<'a> {
    Own(&'a Library),
    File(&'a [Entry], Box<Shelf<'a>>),
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = context.library()?;
    let entries = match &arguments.library {
        None => Vec::new(),
        Some(path) => {
            read_library(&context.read(path)?).map_err(|error| CliError::usage(&error))?
        }
    };
    let desk = match arguments.library {
        None => Desk::Own(&library),
        Some(_) => Desk::File(&entries, Box::new(Shelf::new(&entries, &library))),
    };
    names::each(&arguments.queries, context, |query, context| {
        answer(query, &desk, arguments, context)
    })?;
    Ok(Exit::Ok)
}

fn answer(
    query: &str,
    desk: &Desk<'_>,
    arguments: &Arguments,
    context: &mut Context<'_>,
) -> Result<(), CliError> {
    let limit = usize::from(arguments.limit);
    let lang = context.lang();
    let matches: Vec<Hit<'_>> = match desk {
        Desk::Own(library) => library
            .search(query, limit)
            .into_iter()
            .filter_map(|found| {
                let exercise = library.at(found.position)?;
                Some(Hit::new(exercise.id.as_str(), exercise.name.get(lang), found.confidence))
            })
            .collect(),
        Desk::File(entries, shelf) => shelf
            .search(query, limit)
            .into_iter()
            .filter_map(|found| {
                let entry = entries.get(found.position)?;
                let name = entry.names.first().map_or("", String::as_str);
                Some(Hit::new(&entry.id, name, found.confidence))
            })
            .collect(),
    };
    if arguments.json {
        return Ok(context.out.json_line(&Answer { query, matches })?);
    }
    let rows: Vec<Vec<String>> = matches.iter().map(Hit::row).collect();
    context.out.line(query)?;
    Ok(context.out.table(&rows)?)
}
