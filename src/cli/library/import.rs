//! `library import FILE`: exercises and progressions of a file become the club's. The file is
//! taken as a whole or not at all; what is there already in the same words is left alone, so that
//! importing twice changes nothing.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use crate::domain::{Exercise, Explain, Message, Origin, ProgressionGraph, Visibility};
use crate::import::{Guide, LibraryDraft, LibraryFormat, Unmapped, read_exercises};
use crate::library::{self, Finding, Gravity, Library, builtin, check};
use crate::training::check_doses;

use crate::cli::context::Context;
use crate::cli::database::{self, Database};
use crate::cli::error::{CliError, Exit};

/// Larger files are no exercise library.
const LARGEST: u64 = 64 * 1024 * 1024;
/// How many findings or unmapped words are shown before the rest is counted.
const SHOWN: usize = 20;

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = "FILE|-")]
    file: PathBuf,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    private: bool,
    #[arg(long, value_name = "FORMAT", default_value = "auto", value_parser = format)]
    format: Format,
    #[arg(long)]
    json: bool,
}

/// A format, or finding it out.
#[derive(Debug, Clone, Copy)]
struct Format(Option<LibraryFormat>);

fn format(text: &str) -> Result<Format, String> {
    let known = LibraryFormat::ALL.into_iter().find(|format| format.id() == text);
    let ids = || LibraryFormat::ALL.map(LibraryFormat::id).join(", ");
    match text {
        "auto" => Ok(Format(None)),
        _ => known.map(|known| Format(Some(known))).ok_or_else(|| format!("auto, {}", ids())),
    }
}

/// What a file would change.
#[derive(Debug, Default)]
struct Changes {
    added: Vec<Exercise>,
    updated: Vec<Exercise>,
    unchanged: usize,
    graphs: Vec<ProgressionGraph>,
    graphs_unchanged: usize,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let refused = |why: Message| refused(arguments, why);
    if std::fs::metadata(&arguments.file).is_ok_and(|file| file.len() > LARGEST) {
        let megabytes = (LARGEST / 1024 / 1024) as usize;
        return Err(refused(Message::new("cli-library-too-large").with("megabytes", megabytes)));
    }
    let text = context.read(&arguments.file)?;
    let own = database::own(&context.settings)?;
    // own lists count, own exercises do not: the same file becomes the same exercises
    let entries = own.changes.entries.clone();
    let lists = library::Changes { entries, ..library::Changes::default() };
    let shipped = builtin().and_then(|data| Library::from_data(data.with(lists)));
    let shipped = shipped.map_err(|error| CliError::failed(&error))?;
    let (format, mut draft) = read_exercises(&text, arguments.format.0, &Guide::new(&shipped))
        .map_err(|error| refused(error.message()))?;
    let before = database::merged(own.clone())?;
    let exercises = std::mem::take(&mut draft.exercises);
    let changes = compare(exercises, std::mem::take(&mut draft.graphs), &before, arguments);
    let after = database::merged(own.with(&changes.exercises(), &changes.graphs));
    let after = after.map_err(|error| match error {
        CliError::Failed(why) | CliError::Usage(why) => refused(why),
        other => other,
    })?;
    let faults = faults(&after, &changes);
    if let Some(fault) = faults.first() {
        let why = Message::new("cli-library-fault")
            .with("path", fault.path.as_str())
            .with("why", fault.message.clone())
            .with("more", faults.len() - 1);
        return Err(refused(why));
    }
    if !arguments.dry_run && !changes.is_empty() {
        let database = Database::open(&context.settings)?;
        let (store, viewer) = (&database.store, &database.viewer);
        database.ask(store.put_library(viewer, changes.exercises(), changes.graphs.clone()))?;
        database.close();
    }
    if arguments.json {
        context.out.json(&report(format, &draft, &changes, arguments))?;
    } else {
        tell(format, &draft, &changes, arguments, context)?;
    }
    Ok(Exit::Ok)
}

impl Changes {
    fn exercises(&self) -> Vec<Exercise> {
        self.added.iter().chain(&self.updated).cloned().collect()
    }

    fn is_empty(&self) -> bool {
        self.added.is_empty() && self.updated.is_empty() && self.graphs.is_empty()
    }
}

/// The file is named; what is wrong in it is said by the message inside.
fn refused(arguments: &Arguments, why: Message) -> CliError {
    let path = arguments.file.display().to_string();
    CliError::Usage(Message::new("cli-library-refused").with("path", path).with("why", why))
}

fn compare(
    exercises: Vec<Exercise>,
    graphs: Vec<ProgressionGraph>,
    before: &Library,
    arguments: &Arguments,
) -> Changes {
    let mut changes = Changes::default();
    for mut exercise in exercises {
        let known = before.get(&exercise.id).map(AsRef::as_ref);
        if known == Some(&exercise) {
            changes.unchanged += 1;
            continue;
        }
        // what is not ours unchanged is the club's
        if exercise.origin == Origin::BuiltIn {
            exercise.origin = Origin::Club;
        }
        exercise.visibility = match exercise.visibility {
            _ if arguments.private => Visibility::Private,
            Visibility::Official => Visibility::Club,
            other => other,
        };
        match known {
            Some(known) if *known == exercise => changes.unchanged += 1,
            Some(_) => changes.updated.push(exercise),
            None => changes.added.push(exercise),
        }
    }
    for graph in graphs {
        if before.graph(&graph.id) == Some(&graph) {
            changes.graphs_unchanged += 1;
        } else {
            changes.graphs.push(graph);
        }
    }
    changes
}

/// What must be mended in the exercises that would come in.
fn faults(after: &Library, changes: &Changes) -> Vec<Finding> {
    let coming: Vec<String> =
        changes.exercises().iter().map(|exercise| format!("exercises/{}/", exercise.id)).collect();
    let mut faults = check(after);
    faults.extend(check_doses(after));
    faults.retain(|fault| {
        fault.gravity == Gravity::Hard && coming.iter().any(|path| fault.path.starts_with(path))
    });
    faults
}

fn report(
    format: LibraryFormat,
    draft: &LibraryDraft,
    changes: &Changes,
    arguments: &Arguments,
) -> Value {
    let ids = |list: &[Exercise]| list.iter().map(|e| json!(e.id)).collect::<Vec<_>>();
    let unmapped = |word: &Unmapped| json!({"list": word.list, "value": word.value, "count": word.count, "first": word.first});
    json!({
        "format": format.id(),
        "dry_run": arguments.dry_run,
        "added": ids(&changes.added),
        "updated": ids(&changes.updated),
        "unchanged": changes.unchanged,
        "graphs": changes.graphs.iter().map(|graph| json!(graph.id)).collect::<Vec<_>>(),
        "graphs_unchanged": changes.graphs_unchanged,
        "nameless": draft.nameless,
        "unmapped": draft.unmapped.iter().map(unmapped).collect::<Vec<_>>(),
        "recognised": draft.recognised,
    })
}

fn tell(
    format: LibraryFormat,
    draft: &LibraryDraft,
    changes: &Changes,
    arguments: &Arguments,
    context: &mut Context<'_>,
) -> Result<(), CliError> {
    let heading =
        if arguments.dry_run { "cli-library-would-import" } else { "cli-library-imported" };
    context.say(
        &Message::new(heading)
            .with("format", format.id())
            .with("added", changes.added.len())
            .with("updated", changes.updated.len())
            .with("unchanged", changes.unchanged)
            .with("graphs", changes.graphs.len()),
    )?;
    if draft.nameless > 0 {
        context.say(&Message::new("cli-library-nameless").with("count", draft.nameless))?;
    }
    if !draft.recognised.is_empty() {
        let count = draft.recognised.len();
        context.say(&Message::new("cli-library-recognised").with("count", count))?;
    }
    if draft.unmapped.is_empty() {
        return Ok(());
    }
    context.say(&Message::new("cli-library-unmapped"))?;
    let mut words: Vec<&Unmapped> = draft.unmapped.iter().collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.count));
    let row = |word: &&Unmapped| {
        let value = if word.value.is_empty() { "–" } else { &word.value };
        vec![
            format!("  {}", word.list),
            value.to_owned(),
            format!("{}×", word.count),
            word.first.clone(),
        ]
    };
    let rows: Vec<Vec<String>> = words.iter().take(SHOWN).map(row).collect();
    context.out.table(&rows)?;
    if words.len() > SHOWN {
        context.say(&Message::new("cli-library-more").with("count", words.len() - SHOWN))?;
    }
    Ok(())
}
