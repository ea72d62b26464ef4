//! `base create|list|show|validate|refresh|compare|delete`: the base conversations generation
//! forks from.

use std::sync::Arc;

use clap::{Args, Subcommand};
use serde_json::json;

use crate::domain::{Explain, Message};
use crate::generation::BaseKind;
use crate::generation::model::{
    Backing, BaseRecord, BaseText, Comparison, compare, make_base, stands,
};
use crate::llm::{Role, money};
use crate::runtime::engines::{Asking, bases};

use super::context::Context;
use super::database::Database;
use super::error::{CliError, Exit};
use super::job;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Create(One),
    List(List),
    Show(One),
    Validate(One),
    Refresh(One),
    Compare(One),
    Delete(One),
}

#[derive(Debug, Args)]
pub(super) struct List {
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(super) struct One {
    #[arg(value_name = "KIND", value_parser = kind)]
    kind: BaseKind,
    #[arg(long)]
    json: bool,
}

fn kind(text: &str) -> Result<BaseKind, String> {
    let ids = || BaseKind::ALL.map(BaseKind::id).join(", ");
    BaseKind::from_id(text).ok_or_else(|| format!("write one of: {}", ids()))
}

pub(super) fn run(command: &Command, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let database = Database::open(&context.settings)?;
    let done = match command {
        Command::List(List { json }) => list(&database, *json, context),
        Command::Delete(one) => delete(&database, one, context),
        Command::Show(one) => show(&database, one, context),
        Command::Create(one) => create(&database, one, Anew::WhereNeeded, context),
        Command::Refresh(one) => create(&database, one, Anew::Always, context),
        Command::Validate(one) => validate(&database, one, context),
        Command::Compare(one) => compared(&database, one, context),
    };
    database.close();
    done
}

/// Whether a base that is still valid is made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Anew {
    WhereNeeded,
    Always,
}

fn list(database: &Database, json: bool, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let known = database.ask(bases(&database.store, &database.viewer))?;
    if json {
        context.out.json(&known)?;
        return Ok(Exit::Ok);
    }
    let rows: Vec<Vec<String>> = known.iter().map(cells).collect();
    context.out.table(&rows)?;
    Ok(Exit::Ok)
}

fn cells(base: &BaseRecord) -> Vec<String> {
    vec![
        base.kind.clone(),
        format!("{}/{}", base.provider, base.model),
        base.hash.clone(),
        base.created.strftime("%Y-%m-%d %H:%M").to_string(),
        base.usage.input().to_string(),
        base.price.map_or_else(|| "?".to_owned(), money),
    ]
}

fn delete(database: &Database, one: &One, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let gone = database.ask(database.store.forget_bases(&database.viewer, one.kind.id()))?;
    context.say(&Message::new("cli-base-deleted").with("count", gone))?;
    Ok(Exit::Ok)
}

fn text(one: &One, context: &Context<'_>) -> Result<BaseText, CliError> {
    let library = context.library()?;
    let table = one.kind.pool(&library);
    BaseText::new(one.kind, &table, &library, &context.settings.llm.prompts)
        .map_err(|failure| CliError::Failed(failure.message()))
}

fn show(database: &Database, one: &One, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let text = text(one, context)?;
    let known = database.ask(bases(&database.store, &database.viewer))?;
    let known: Vec<&BaseRecord> = known.iter().filter(|base| base.kind == one.kind.id()).collect();
    if one.json {
        context.out.json(&json!({
            "kind": one.kind.id(),
            "hash": text.hash,
            "prompt": { "name": text.prompt.name, "hash": text.prompt.hash },
            "bytes": text.text.len(),
            "instructions": text.instructions,
            "text": text.text,
            "kept": known,
        }))?;
        return Ok(Exit::Ok);
    }
    context.out.line(&text.instructions)?;
    context.out.line("---")?;
    for line in text.text.lines() {
        context.out.line(line)?;
    }
    Ok(Exit::Ok)
}

fn asking(database: &Database, context: &Context<'_>) -> Result<Asking, CliError> {
    let models = job::models(crate::generation::EngineKind::Llm, database, context)
        .filter(|models| models.client.serves(Role::Generate))
        .ok_or_else(|| {
            CliError::Failed(Message::new("llm-off").with("role", Role::Generate.name()))
        })?;
    let (store, viewer) = (database.store.clone(), database.viewer.clone());
    Ok(database.wait(Asking::new(Arc::clone(&models), store, viewer)))
}

fn create(
    database: &Database,
    one: &One,
    anew: Anew,
    context: &mut Context<'_>,
) -> Result<Exit, CliError> {
    let text = text(one, context)?;
    let asking = asking(database, context)?;
    let known = database.ask(asking.bases())?;
    let valid = known.iter().find(|base| base.kind == one.kind.id() && base.hash == text.hash);
    let record = match valid {
        Some(valid) if anew == Anew::WhereNeeded => valid.clone(),
        _ => {
            let record = database
                .wait(make_base(&asking, &text, None, None))
                .map_err(|failure| CliError::Failed(failure.message()))?;
            database.wait(asking.keep_base(record.clone()));
            record
        }
    };
    database.wait(asking.finish());
    if one.json {
        context.out.json(&record)?;
    } else {
        context.out.table(&[cells(&record)])?;
    }
    Ok(Exit::Ok)
}

fn validate(database: &Database, one: &One, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let text = text(one, context)?;
    let asking = asking(database, context)?;
    let known = database.ask(asking.bases())?;
    let known = known.into_iter().find(|base| base.kind == one.kind.id());
    let valid = match &known {
        Some(base) if base.hash == text.hash => database
            .wait(stands(&asking, &text, base))
            .map_err(|failure| CliError::Failed(failure.message()))?,
        _ => false,
    };
    database.wait(asking.finish());
    if one.json {
        context.out.json(&json!({ "kind": one.kind.id(), "valid": valid }))?;
    } else {
        let id = if valid { "cli-base-valid" } else { "cli-base-invalid" };
        context.say(&Message::new(id).with("kind", one.kind.id()))?;
    }
    Ok(if valid { Exit::Ok } else { Exit::Failed })
}

fn compared(database: &Database, one: &One, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let text = text(one, context)?;
    let asking = asking(database, context)?;
    let both = database
        .wait(compare(&asking, &text))
        .map_err(|failure| CliError::Failed(failure.message()))?;
    database.wait(asking.finish());
    if one.json {
        context.out.json(&both)?;
        return Ok(Exit::Ok);
    }
    let rows: Vec<Vec<String>> = [("cli-base-full", &both.full), ("cli-base-fork", &both.fork)]
        .into_iter()
        .map(|(id, side)| row(&context.text(&Message::new(id)), side))
        .collect();
    let head = ["", "cli-base-new", "cli-base-cached", "cli-base-output", "cli-base-price"]
        .map(|id| if id.is_empty() { String::new() } else { context.catalogue().say(id) })
        .to_vec();
    context.out.table(&[vec![head], rows].concat())?;
    if let Some(saved) = both.saved_share() {
        context.say(&Message::new("cli-base-saved").with("percent", (saved * 100.0).round()))?;
    }
    Ok(Exit::Ok)
}

fn row(name: &str, side: &Comparison) -> Vec<String> {
    vec![
        name.to_owned(),
        (side.usage.input_new + side.usage.cache_written).to_string(),
        side.usage.input_cached.to_string(),
        side.usage.output.to_string(),
        side.price.map_or_else(|| "?".to_owned(), money),
    ]
}
