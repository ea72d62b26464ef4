//! `library graph list|add|remove|reset`: the progressions, and the steps a club adds to them or
//! takes out.

use clap::{Args, Subcommand};
use serde::Serialize;

use crate::app::library::LibraryChange;
use crate::domain::{
    Bilingual, CatalogueEntry, Edge, ExerciseId, GraphId, Message, ProgressionGraph,
};
use crate::library::Library;

use super::change;
use crate::cli::context::Context;
use crate::cli::error::{CliError, Exit};

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    List(List),
    Add(Add),
    Remove(Remove),
    Reset(Reset),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct List {
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Add {
    #[arg(value_name = "GRAPH")]
    graph: String,
    #[arg(value_name = "FROM")]
    from: String,
    #[arg(value_name = "TO")]
    to: String,
    /// What gets harder.
    #[arg(long, value_name = "TEXT")]
    en: String,
    #[arg(long, value_name = "TEXT")]
    de: Option<String>,
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Remove {
    #[arg(value_name = "GRAPH")]
    graph: String,
    #[arg(value_name = "FROM")]
    from: String,
    #[arg(value_name = "TO")]
    to: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Reset {
    #[arg(value_name = "GRAPH")]
    graph: String,
}

/// What `--json` prints of a progression.
#[derive(Debug, Serialize)]
struct Row<'a> {
    id: &'a GraphId,
    name: &'a Bilingual,
    exercises: usize,
    edges: usize,
}

pub(super) fn run(command: &Command, context: &mut Context<'_>) -> Result<Exit, CliError> {
    match command {
        Command::List(arguments) => list(arguments, context),
        Command::Add(arguments) => add(arguments, context),
        Command::Remove(arguments) => remove(arguments, context),
        Command::Reset(arguments) => {
            change(&LibraryChange::DropGraph(GraphId::new(arguments.graph.as_str())), context)
        }
    }
}

fn list(arguments: &List, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = context.library()?;
    let rows: Vec<Row<'_>> = library
        .graphs()
        .iter()
        .map(|graph| Row {
            id: &graph.id,
            name: &graph.name,
            exercises: graph.nodes().len(),
            edges: graph.edges.len(),
        })
        .collect();
    if arguments.json {
        context.out.json(&rows)?;
        return Ok(Exit::Ok);
    }
    let lang = context.lang();
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| vec![row.id.to_string(), row.name.get(lang).to_owned(), row.edges.to_string()])
        .collect();
    context.out.table(&rows)?;
    Ok(Exit::Ok)
}

fn add(arguments: &Add, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = context.library()?;
    let id = GraphId::new(arguments.graph.as_str());
    let mut graph = match (library.graph(&id), &arguments.name) {
        (Some(known), _) => known.clone(),
        (None, Some(name)) if CatalogueEntry::is_id(&arguments.graph) => ProgressionGraph {
            id: id.clone(),
            name: Bilingual::same(name.as_str()),
            focus: None,
            edges: Vec::new(),
        },
        (None, Some(_)) => {
            let why = Message::new("cli-catalogue-id").with("id", arguments.graph.as_str());
            return Err(CliError::Usage(why));
        }
        (None, None) => {
            let why = Message::new("cli-graph-unknown").with("id", id.as_str());
            return Err(CliError::Usage(why));
        }
    };
    let from = exercise(&arguments.from, &library)?;
    let to = exercise(&arguments.to, &library)?;
    if graph.edges.iter().any(|edge| edge.from == from && edge.to == to) {
        return Err(CliError::Usage(Message::new("line-step-there")));
    }
    let de = arguments.de.as_deref().unwrap_or(&arguments.en);
    graph.edges.push(Edge { from, to, harder: Bilingual::new(arguments.en.as_str(), de) });
    change(&LibraryChange::Graph(Box::new(graph)), context)
}

fn remove(arguments: &Remove, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = context.library()?;
    let id = GraphId::new(arguments.graph.as_str());
    let unknown = || Message::new("cli-graph-unknown").with("id", id.as_str());
    let mut graph = library.graph(&id).cloned().ok_or_else(|| CliError::Usage(unknown()))?;
    let before = graph.edges.len();
    graph
        .edges
        .retain(|edge| edge.from.as_str() != arguments.from || edge.to.as_str() != arguments.to);
    if graph.edges.len() == before {
        return Err(CliError::Usage(Message::new("cli-graph-no-step")));
    }
    change(&LibraryChange::Graph(Box::new(graph)), context)
}

fn exercise(id: &str, library: &Library) -> Result<ExerciseId, CliError> {
    let unknown = || CliError::Usage(Message::new("cli-no-exercise").with("id", id));
    library.get(&ExerciseId::new(id)).map(|exercise| exercise.id.clone()).ok_or_else(unknown)
}
