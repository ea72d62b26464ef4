//! `library export`: the exercises and progressions that count here, as a file.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::domain::{Exercise, Origin, ProgressionGraph};
use crate::export::{Layout, LibraryJson, write_json, write_library_csv, write_library_toml};
use crate::language::clean;
use crate::library::{Library, builtin};

use crate::cli::context::Context;
use crate::cli::error::{CliError, Exit};

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long)]
    own: bool,
}

/// A format libraries are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
    Toml,
    Csv,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = context.library()?;
    let shipped = builtin().and_then(Library::from_data);
    let shipped = shipped.map_err(|error| CliError::failed(&error))?;
    let is_asked = |exercise: &&Exercise| !arguments.own || exercise.origin != Origin::BuiltIn;
    let exercises: Vec<&Exercise> =
        library.exercises().iter().map(AsRef::as_ref).filter(is_asked).collect();
    let is_own = |graph: &&ProgressionGraph| shipped.graph(&graph.id) != Some(*graph);
    let graphs: Vec<&ProgressionGraph> =
        library.graphs().iter().filter(|graph| !arguments.own || is_own(graph)).collect();
    let text = match arguments.format {
        Format::Json => {
            let mut text = Vec::new();
            write_json(&mut text, &LibraryJson::new(&exercises, &graphs), Layout::Indented)?;
            text.push(b'\n');
            String::from_utf8_lossy(&text).into_owned()
        }
        Format::Toml => clean(&write_library_toml(&exercises, &graphs)).text,
        Format::Csv => clean(&write_library_csv(&exercises)).text,
    };
    match &arguments.output {
        None => context.out.raw().write_all(text.as_bytes())?,
        Some(path) => {
            std::fs::write(path, text).map_err(|error| CliError::unwritable(path, &error))?;
        }
    }
    Ok(Exit::Ok)
}
