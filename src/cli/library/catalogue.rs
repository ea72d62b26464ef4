//! `library catalogue list|add|rename|archive`: the lists exercises refer to, and what a club adds
//! to them.

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use crate::app::library::LibraryChange;
use crate::domain::{Bilingual, CatalogueEntry, CatalogueKind, Message};
use crate::language::{clean, fold};

use super::change;
use crate::cli::context::Context;
use crate::cli::error::{CliError, Exit};

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    List(List),
    Add(Add),
    Rename(Rename),
    Archive(Archive),
}

/// A list a club may add to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Skills,
    Focus,
    Styles,
    Groups,
    Types,
    Equipment,
}

impl From<Kind> for CatalogueKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Skills => Self::Skills,
            Kind::Focus => Self::FocusAreas,
            Kind::Styles => Self::StyleDirections,
            Kind::Groups => Self::TargetGroups,
            Kind::Types => Self::TrainingTypes,
            Kind::Equipment => Self::Equipment,
        }
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct List {
    #[arg(value_enum, value_name = "LIST")]
    catalogue: Option<Kind>,
    #[arg(long)]
    own: bool,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Add {
    #[arg(value_enum, value_name = "LIST")]
    catalogue: Kind,
    #[arg(value_name = "ID")]
    entry: String,
    #[arg(long, value_name = "NAME")]
    en: String,
    #[arg(long, value_name = "NAME")]
    de: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Rename {
    #[arg(value_enum, value_name = "LIST")]
    catalogue: Kind,
    #[arg(value_name = "ID")]
    entry: String,
    #[arg(long, value_name = "NAME")]
    en: Option<String>,
    #[arg(long, value_name = "NAME")]
    de: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Archive {
    #[arg(value_enum, value_name = "LIST")]
    catalogue: Kind,
    #[arg(value_name = "ID")]
    entry: String,
    #[arg(long)]
    undo: bool,
}

/// What `--json` prints of an entry.
#[derive(Debug, Serialize)]
struct Row<'a> {
    list: &'static str,
    id: &'a str,
    en: &'a str,
    de: &'a str,
    own: bool,
    archived: bool,
}

pub(super) fn run(command: &Command, context: &mut Context<'_>) -> Result<Exit, CliError> {
    match command {
        Command::List(arguments) => list(arguments, context),
        Command::Add(arguments) => add(arguments, context),
        Command::Rename(arguments) => rename(arguments, context),
        Command::Archive(arguments) => archive(arguments, context),
    }
}

fn list(arguments: &List, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = context.library()?;
    let asked = arguments.catalogue.map(CatalogueKind::from);
    let kinds = CatalogueKind::OPEN.into_iter().filter(|kind| asked.is_none_or(|it| it == *kind));
    let rows: Vec<Row<'_>> = kinds
        .flat_map(|kind| library.catalogues().list(kind).iter().map(move |entry| (kind, entry)))
        .filter(|(_, entry)| !arguments.own || entry.is_own())
        .map(|(kind, entry)| Row {
            list: kind.id(),
            id: &entry.id,
            en: &entry.name.en,
            de: &entry.name.de,
            own: entry.is_own(),
            archived: entry.is_archived(),
        })
        .collect();
    if arguments.json {
        context.out.json(&rows)?;
        return Ok(Exit::Ok);
    }
    let mark = |row: &Row<'_>| match (row.own, row.archived) {
        (true, true) => context.catalogue().say("visibility-archived"),
        (true, false) => context.catalogue().say("library-own"),
        (false, _) => String::new(),
    };
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let cells = [row.list, row.id, row.en, row.de].map(str::to_owned);
            cells.into_iter().chain([mark(row)]).collect()
        })
        .collect();
    context.out.table(&rows)?;
    Ok(Exit::Ok)
}

fn add(arguments: &Add, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let kind = CatalogueKind::from(arguments.catalogue);
    let library = context.library()?;
    let id = arguments.entry.as_str();
    if !CatalogueEntry::is_id(id) {
        return Err(CliError::Usage(Message::new("cli-catalogue-id").with("id", id)));
    }
    if library.catalogues().entry(kind, id).is_some() {
        return Err(CliError::Usage(Message::new("cli-catalogue-taken").with("id", id)));
    }
    let en = named(&arguments.en)?;
    let de = arguments.de.as_deref().map_or(Ok(en.clone()), named)?;
    let same = library
        .catalogues()
        .list(kind)
        .iter()
        .find(|entry| fold(&entry.name.en) == fold(&en) || fold(&entry.name.de) == fold(&de));
    if let Some(same) = same {
        let there = Message::new("line-entry-there").with("name", &same.name);
        return Err(CliError::Usage(there));
    }
    let entry = CatalogueEntry::own(id, Bilingual::new(en, de));
    change(&LibraryChange::Entry(kind, Box::new(entry)), context)
}

fn rename(arguments: &Rename, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let kind = CatalogueKind::from(arguments.catalogue);
    let known = own(kind, &arguments.entry, context)?;
    let en = arguments.en.as_deref().map_or(Ok(known.name.en.clone()), named)?;
    let de = arguments.de.as_deref().map_or(Ok(known.name.de.clone()), named)?;
    let entry = CatalogueEntry { name: Bilingual::new(en, de), ..known };
    change(&LibraryChange::Entry(kind, Box::new(entry)), context)
}

fn archive(arguments: &Archive, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let kind = CatalogueKind::from(arguments.catalogue);
    let known = own(kind, &arguments.entry, context)?;
    let entry = known.archived(!arguments.undo);
    change(&LibraryChange::Entry(kind, Box::new(entry)), context)
}

/// An entry the club added.
fn own(kind: CatalogueKind, id: &str, context: &Context<'_>) -> Result<CatalogueEntry, CliError> {
    match context.library()?.catalogues().entry(kind, id) {
        Some(entry) if entry.is_own() => Ok(entry.clone()),
        Some(_) => Err(CliError::Usage(Message::new("why-not-built-in-entry"))),
        None => Err(CliError::Usage(Message::new("cli-catalogue-unknown").with("id", id))),
    }
}

fn named(text: &str) -> Result<String, CliError> {
    let text = clean(text).text;
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.chars().any(char::is_alphanumeric) {
        Ok(name)
    } else {
        Err(CliError::Usage(Message::new("edit-no-letters")))
    }
}
