//! `library alias add|remove|list`: names the coach or the club uses for an exercise. Matching
//! knows them from then on.

use clap::{Args, Subcommand};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::domain::{CoachId, ExerciseId, JobId, Message};
use crate::language::{clean, fold};
use crate::store::{Alias, AliasOrigin, Reach, StoreError, TaughtName};

use crate::cli::context::Context;
use crate::cli::database::Database;
use crate::cli::error::{CliError, Exit};

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    Add(Add),
    Remove(Remove),
    List(List),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Add {
    #[arg(value_name = "ID")]
    exercise: String,
    #[arg(value_name = "NAME")]
    name: String,
    #[arg(long)]
    club: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Remove {
    #[arg(value_name = "NAME")]
    name: String,
    #[arg(long)]
    club: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct List {
    #[arg(long)]
    json: bool,
}

/// What `--json` prints of a name.
#[derive(Debug, Serialize)]
struct Row<'a> {
    name: &'a str,
    exercise: &'a ExerciseId,
    reach: &'static str,
    learned: bool,
    author: &'a CoachId,
    taught: Timestamp,
    import: Option<&'a JobId>,
    line: Option<u32>,
    uses: u32,
}

pub(super) fn run(command: &Command, context: &mut Context<'_>) -> Result<Exit, CliError> {
    match command {
        Command::Add(arguments) => add(arguments, context),
        Command::Remove(arguments) => remove(arguments, context),
        Command::List(arguments) => list(arguments, context),
    }
}

fn add(arguments: &Add, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let library = context.library()?;
    let exercise = ExerciseId::new(arguments.exercise.as_str());
    let name = tidy(&arguments.name);
    let unknown = || Message::new("cli-no-exercise").with("id", exercise.as_str());
    let known = library.get(&exercise).ok_or_else(|| CliError::Usage(unknown()))?;
    let key = fold(&name);
    if !key.chars().any(char::is_alphanumeric) {
        return Err(CliError::Usage(Message::new("cli-alias-empty")));
    }
    let holder = library.exercises().iter().find(|one| one.names().any(|name| fold(name) == key));
    let known_name = known.name.get(context.lang());
    let mut message =
        Message::new("cli-alias-added").with("name", name.as_str()).with("exercise", known_name);
    if let Some(holder) = holder {
        if holder.id == exercise {
            message = Message::new("cli-alias-there").with("name", name.as_str());
            context.say(&message)?;
            return Ok(Exit::Ok);
        }
        let other = holder.name.get(context.lang());
        message = Message::new("cli-alias-overrides")
            .with("name", name.as_str())
            .with("exercise", known_name)
            .with("other", other);
    }
    let alias =
        Alias { name, key, exercise, reach: reach(arguments.club), origin: AliasOrigin::Hand };
    let database = Database::open(&context.settings)?;
    database.ask(database.store.put_alias(&database.viewer, &alias))?;
    database.close();
    context.say(&message)?;
    Ok(Exit::Ok)
}

fn remove(arguments: &Remove, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let name = tidy(&arguments.name);
    let unknown = || CliError::Usage(Message::new("cli-alias-unknown").with("name", name.as_str()));
    if !context.settings.database.exists() {
        return Err(unknown());
    }
    let database = Database::open(&context.settings)?;
    let reach = reach(arguments.club);
    let forgotten =
        database.wait(database.store.forget_alias(&database.viewer, &fold(&name), reach));
    database.close();
    match forgotten {
        Ok(()) => {
            context.say(&Message::new("cli-alias-removed").with("name", name.as_str()))?;
            Ok(Exit::Ok)
        }
        Err(StoreError::NotFound { .. }) => Err(unknown()),
        Err(error) => Err(CliError::failed(&error)),
    }
}

fn list(arguments: &List, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let mut taught = Vec::new();
    if context.settings.database.exists() {
        let database = Database::open(&context.settings)?;
        taught = database.ask(database.store.taught_names(&database.viewer))?;
        database.close();
    }
    let rows: Vec<Row<'_>> = taught.iter().map(row).collect();
    if arguments.json {
        context.out.json(&rows)?;
        return Ok(Exit::Ok);
    }
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let from = match (row.learned, row.line) {
                (true, Some(line)) => Message::new("cli-alias-learned").with("line", line),
                (true, None) => Message::new("cli-alias-learned-somewhere"),
                (false, _) => Message::new("cli-alias-by-hand"),
            };
            vec![
                row.name.to_owned(),
                row.exercise.to_string(),
                row.reach.to_owned(),
                row.author.to_string(),
                row.taught.to_zoned(TimeZone::system()).date().to_string(),
                context.text(&from),
                context.text(&Message::new("cli-alias-uses").with("count", row.uses)),
            ]
        })
        .collect();
    context.out.table(&rows)?;
    Ok(Exit::Ok)
}

fn row(taught: &TaughtName) -> Row<'_> {
    let (import, line) = match &taught.alias.origin {
        AliasOrigin::Hand => (None, None),
        AliasOrigin::Import { import, line } => (import.as_ref(), *line),
    };
    Row {
        name: &taught.alias.name,
        exercise: &taught.alias.exercise,
        reach: match taught.alias.reach {
            Reach::Coach => "coach",
            Reach::Club => "club",
        },
        learned: matches!(taught.alias.origin, AliasOrigin::Import { .. }),
        author: &taught.author,
        taught: taught.taught,
        import,
        line,
        uses: taught.uses,
    }
}

const fn reach(club: bool) -> Reach {
    if club { Reach::Club } else { Reach::Coach }
}

fn tidy(name: &str) -> String {
    let name = clean(name).text;
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
