//! `consent`: who may be asked about, and whether this coach wants models at all.

use clap::{Subcommand, ValueEnum};

use crate::domain::{AthleteId, GroupId, Message};
use crate::store::{Consent, Subject};

use super::context::Context;
use super::database::Database;
use super::error::{CliError, Exit};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    List {
        #[arg(long)]
        json: bool,
    },
    Set {
        #[arg(value_name = "ID|me")]
        who: String,
        #[arg(value_enum)]
        answer: Answer,
    },
}

/// An answer, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Answer {
    /// Models may be asked, names covered.
    Yes,
    /// They may not.
    No,
    /// Ask again.
    Ask,
}

pub(super) fn run(command: &Command, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let database = Database::open(&context.settings)?;
    let everybody = everybody(&database)?;
    match command {
        Command::List { json } => {
            let mut rows = Vec::new();
            for (subject, name) in &everybody {
                let answer = database.ask(database.store.consent(&database.viewer, subject))?;
                rows.push((subject.kind(), subject.id().to_owned(), name.clone(), answer));
            }
            database.close();
            list(&rows, *json, context)?;
        }
        Command::Set { who, answer } => {
            let found = everybody.iter().find(|(subject, _)| match subject {
                Subject::Coach(_) => who == "me",
                other => other.id() == who,
            });
            let Some((subject, name)) = found else {
                let message = Message::new("cli-consent-nobody").with("id", who.as_str());
                return Err(CliError::Usage(message));
            };
            let consent = match answer {
                Answer::Yes => Some(Consent::Given),
                Answer::No => Some(Consent::Refused),
                Answer::Ask => None,
            };
            database.ask(database.store.set_consent(&database.viewer, subject, consent))?;
            let name = name.clone();
            database.close();
            let message = Message::new(word(consent)).with("name", name);
            context.say(&message)?;
        }
    }
    Ok(Exit::Ok)
}

/// The coach, her athletes and groups, with their names.
fn everybody(database: &Database) -> Result<Vec<(Subject, String)>, CliError> {
    let (store, viewer) = (&database.store, &database.viewer);
    let mut all = vec![(Subject::Coach(viewer.coach.clone()), viewer.coach.to_string())];
    for athlete in database.ask(store.athletes(viewer))? {
        all.push((Subject::Athlete(AthleteId::new(athlete.id.as_str())), athlete.name));
    }
    for group in database.ask(store.groups(viewer))? {
        all.push((Subject::Group(GroupId::new(group.id.as_str())), group.name));
    }
    Ok(all)
}

const fn word(consent: Option<Consent>) -> &'static str {
    match consent {
        Some(Consent::Given) => "cli-consent-given",
        Some(Consent::Refused) => "cli-consent-refused",
        None => "cli-consent-open",
    }
}

fn list(
    rows: &[(&'static str, String, String, Option<Consent>)],
    json: bool,
    context: &mut Context<'_>,
) -> Result<(), CliError> {
    if json {
        let list: Vec<serde_json::Value> = rows
            .iter()
            .map(|(kind, id, name, answer)| {
                let answer = answer.map(|answer| answer == Consent::Given);
                serde_json::json!({ "kind": kind, "id": id, "name": name, "given": answer })
            })
            .collect();
        context.out.json(&list)?;
        return Ok(());
    }
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|(kind, id, name, answer)| {
            let said = context.text(&Message::new(word(*answer)).with("name", name.as_str()));
            vec![(*kind).to_owned(), id.clone(), said]
        })
        .collect();
    context.out.table(&rows)?;
    Ok(())
}
