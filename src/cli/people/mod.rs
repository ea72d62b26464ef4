//! `athlete` and `group`: who there is, somebody new, changed or archived. A profile file and
//! options say the same things; options win, and both are checked as `--profile` is everywhere.

mod add;
mod athlete;
mod fields;
mod group;
mod print;

use clap::{Args, Subcommand, ValueEnum};

use super::context::Context;
use super::database::Database;
use super::error::{CliError, Exit};
use crate::app::people::{Card, Person, PersonKind};
use crate::domain::Message;
use crate::language::fold;
use crate::runtime::people::{cards, known};

#[derive(Debug, Subcommand)]
pub(super) enum AthleteCommand {
    List(Printing),
    Show(Show),
    Add(athlete::Add),
    Edit(athlete::Edit),
    Archive(One),
}

#[derive(Debug, Subcommand)]
pub(super) enum GroupCommand {
    List(Printing),
    Show(Show),
    Add(group::Add),
    Edit(group::Edit),
    Archive(One),
}

/// How somebody is printed.
#[derive(Debug, Args)]
pub(super) struct Printing {
    #[arg(long, conflicts_with = "format")]
    json: bool,
    #[arg(id = "format", long, value_enum)]
    format: Option<Format>,
}

/// A form of printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// The document of `--json`.
    Json,
}

impl Printing {
    fn is_json(&self) -> bool {
        self.json || self.format == Some(Format::Json)
    }
}

#[derive(Debug, Args)]
pub(super) struct Show {
    #[arg(id = "person", value_name = "ID|NAME")]
    person: String,
    #[command(flatten)]
    printing: Printing,
    /// Prints exactly what `--profile` takes.
    #[arg(id = "as_profile", long = "as-profile", conflicts_with_all = ["json", "format"])]
    as_profile: bool,
}

#[derive(Debug, Args)]
pub(super) struct One {
    #[arg(id = "person", value_name = "ID|NAME")]
    person: String,
}

pub(super) fn athletes(
    command: &AthleteCommand,
    context: &mut Context<'_>,
) -> Result<Exit, CliError> {
    match command {
        AthleteCommand::List(printing) => list(PersonKind::Athlete, printing, context),
        AthleteCommand::Show(arguments) => show(PersonKind::Athlete, arguments, context),
        AthleteCommand::Add(arguments) => add::athlete(arguments, context),
        AthleteCommand::Edit(arguments) => athlete::edit(arguments, context),
        AthleteCommand::Archive(one) => archive(PersonKind::Athlete, one, context),
    }
}

pub(super) fn groups(command: &GroupCommand, context: &mut Context<'_>) -> Result<Exit, CliError> {
    match command {
        GroupCommand::List(printing) => list(PersonKind::Group, printing, context),
        GroupCommand::Show(arguments) => show(PersonKind::Group, arguments, context),
        GroupCommand::Add(arguments) => group::add(arguments, context),
        GroupCommand::Edit(arguments) => group::edit(arguments, context),
        GroupCommand::Archive(one) => archive(PersonKind::Group, one, context),
    }
}

/// Everybody of a kind, by name.
fn everybody(kind: PersonKind, database: &Database) -> Result<Vec<Card>, CliError> {
    let mut all = database.ask(cards(&database.store, &database.viewer))?;
    all.retain(|card| card.person.kind() == kind);
    Ok(all)
}

/// Somebody by id, else by a name that only one has.
fn find(kind: PersonKind, wanted: &str, database: &Database) -> Result<Card, CliError> {
    let mut all = everybody(kind, database)?;
    if let Some(at) = all.iter().position(|card| card.person.id() == wanted) {
        return Ok(all.swap_remove(at));
    }
    all.retain(|card| fold(card.person.name()) == fold(wanted));
    match (all.pop(), all.is_empty()) {
        (Some(card), true) => Ok(card),
        (found, _) => {
            let key = match (kind, found.is_some()) {
                (_, true) => "cli-several",
                (PersonKind::Athlete, false) => "cli-no-such-athlete",
                (PersonKind::Group, false) => "cli-no-such-group",
            };
            Err(CliError::Usage(Message::new(key).with("name", wanted)))
        }
    }
}

fn list(
    kind: PersonKind,
    printing: &Printing,
    context: &mut Context<'_>,
) -> Result<Exit, CliError> {
    let database = Database::open(&context.settings)?;
    let all = everybody(kind, &database)?;
    database.close();
    if printing.is_json() {
        let rows: Vec<_> = all.iter().map(print::row).collect();
        context.out.json(&rows)?;
        return Ok(Exit::Ok);
    }
    let library = context.library()?;
    let rows: Vec<_> = all.iter().map(|card| print::cells(card, &library, context)).collect();
    context.out.table(&rows)?;
    Ok(Exit::Ok)
}

fn show(kind: PersonKind, arguments: &Show, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let database = Database::open(&context.settings)?;
    let card = find(kind, &arguments.person, &database)?;
    let owner = card.person.owner();
    let told = database.ask(known(&database.store, &database.viewer, &owner))?;
    database.close();
    if arguments.as_profile {
        context.out.json(&card.person.profile())?;
    } else if arguments.printing.is_json() {
        context.out.json(&print::document(&card.person, &told)?)?;
    } else {
        let library = context.library()?;
        let rows = print::facts(&card.person, &told, &library, context)?;
        context.out.table(&rows)?;
    }
    Ok(Exit::Ok)
}

fn archive(kind: PersonKind, one: &One, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let database = Database::open(&context.settings)?;
    let card = find(kind, &one.person, &database)?;
    let (store, viewer) = (&database.store, &database.viewer);
    match &card.person {
        Person::Athlete(athlete) => database.ask(store.archive_athlete(viewer, &athlete.id))?,
        Person::Group(group) => database.ask(store.archive_group(viewer, &group.id))?,
    }
    database.close();
    context.say(&Message::new("cli-person-archived").with("name", card.person.name()))?;
    Ok(Exit::Ok)
}
