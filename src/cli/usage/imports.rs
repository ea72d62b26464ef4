//! `usage imports`: how well imports were understood, and which names were not.

use clap::Args;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::app::statistics::{ImportStatistics, share};
use crate::cli::context::Context;
use crate::cli::database::Database;
use crate::cli::error::{CliError, Exit};
use crate::domain::Message;
use crate::runtime::clock;
use crate::runtime::imports::statistics;

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    #[arg(long)]
    purge: bool,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let mut logged = Vec::new();
    let mut purged = 0;
    if context.settings.database.exists() {
        let database = Database::open(&context.settings)?;
        if arguments.purge {
            let before = retained_since(context.settings.keep_imports_days);
            purged = database.ask(database.store.purge_imports(before))?;
        }
        let since = arguments
            .since
            .and_then(|date| date.to_zoned(TimeZone::system()).ok().map(|start| start.timestamp()));
        logged = database.ask(database.store.imports(&database.viewer, since))?;
        database.close();
    }
    let found = statistics(&logged, arguments.since);
    if arguments.json {
        context.out.json(&document(&found))?;
    } else {
        print(&found, context)?;
    }
    if arguments.purge {
        context.note(&Message::new("cli-usage-purged").with("count", purged))?;
    }
    Ok(Exit::Ok)
}

/// The moment before which texts of imports are forgotten.
pub(in crate::cli) fn retained_since(days: u32) -> Timestamp {
    let span = SignedDuration::from_hours(i64::from(days) * 24);
    clock::now().checked_sub(span).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn document(found: &ImportStatistics) -> Value {
    let [high, medium, low, unmatched] = found.bands;
    let counted = |entries: &[(String, u32)], key: &str| -> Vec<Value> {
        entries.iter().map(|(name, count)| json!({ key: name, "count": count })).collect()
    };
    json!({
        "since": found.since,
        "imports": found.imports,
        "accepted": found.accepted,
        "understood": found.understood,
        "rows": found.rows(),
        "bands": { "high": high, "medium": medium, "low": low, "unmatched": unmatched },
        "success_rate": (found.success() * 10_000.0).round() / 10_000.0,
        "corrections": found.corrections,
        "ignored": found.ignored,
        "read_ms": { "median": found.read_ms, "max": found.slowest_ms },
        "review_s": { "median": found.review_s },
        "formats": counted(&found.formats, "format"),
        "mismatched": counted(&found.mismatched, "name"),
    })
}

fn print(found: &ImportStatistics, context: &mut Context<'_>) -> Result<(), CliError> {
    if found.imports == 0 {
        return context.say(&Message::new("statistics-none"));
    }
    let head = Message::new("statistics-imports")
        .with("imports", found.imports)
        .with("accepted", found.accepted)
        .with("understood", found.understood);
    context.say(&head)?;
    let success = Message::new("statistics-success")
        .with("percent", (found.success() * 100.0).round() as u32)
        .with("rows", found.rows())
        .with("corrections", found.corrections)
        .with("ignored", found.ignored);
    context.say(&success)?;
    let time = Message::new("statistics-time")
        .with("read", found.read_ms)
        .with("slowest", found.slowest_ms)
        .with("review", found.review_s);
    context.say(&time)?;
    let bands = ["cli-band-high", "cli-band-medium", "cli-band-low", "cli-band-unmatched"];
    let rows: Vec<Vec<String>> = bands
        .into_iter()
        .zip(found.bands)
        .map(|(band, count)| {
            let percent = (share(count, found.rows()) * 100.0).round();
            vec![context.catalogue().say(band), format!("{count:>6}"), format!("{percent:>3} %")]
        })
        .collect();
    context.out.table(&rows)?;
    if !found.mismatched.is_empty() {
        context.say(&Message::new("statistics-mismatched"))?;
        let rows: Vec<Vec<String>> = found
            .mismatched
            .iter()
            .map(|(name, count)| vec![format!("{count:>6}"), name.clone()])
            .collect();
        context.out.table(&rows)?;
    }
    Ok(())
}
