//! `library search [QUERY…]`: search as you type, in our library or in the one of a file.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::import::read_library;
use crate::library::{Library, SearchEntry, SearchIndex};
use crate::matching::Entry;

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
enum Shelf {
    Own(Box<Library>),
    File(Vec<Entry>, Box<SearchIndex>),
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let shelf = match &arguments.library {
        None => Shelf::Own(Box::new(context.library()?)),
        Some(path) => {
            let entries =
                read_library(&context.read(path)?).map_err(|error| CliError::usage(&error))?;
            let index = SearchIndex::new(entries.iter().map(searchable));
            Shelf::File(entries, Box::new(index))
        }
    };
    names::each(&arguments.queries, context, |query, context| {
        answer(query, &shelf, arguments, context)
    })?;
    Ok(Exit::Ok)
}

fn searchable(entry: &Entry) -> SearchEntry {
    let (name, aliases) = entry.names.split_at(entry.names.len().min(1));
    let facts = entry.equipment.iter().chain(&entry.muscles).chain(&entry.category);
    SearchEntry {
        id: entry.id.clone(),
        names: name.to_vec(),
        aliases: aliases.to_vec(),
        attributes: facts.cloned().collect(),
        minor_attributes: Vec::new(),
    }
}

fn answer(
    query: &str,
    shelf: &Shelf,
    arguments: &Arguments,
    context: &mut Context<'_>,
) -> Result<(), CliError> {
    let limit = usize::from(arguments.limit);
    let lang = context.lang();
    let matches: Vec<Hit<'_>> = match shelf {
        Shelf::Own(library) => library
            .search(query, limit)
            .into_iter()
            .filter_map(|found| {
                let exercise = library.at(found.position)?;
                Some(Hit::new(exercise.id.as_str(), exercise.name.get(lang), found.confidence))
            })
            .collect(),
        Shelf::File(entries, index) => index
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
