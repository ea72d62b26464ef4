//! `library kept`: own versions of exercises whose built-in ones have changed since, and what to do
//! about them: take the new one, or stay.

use clap::Args;
use serde_json::json;

use crate::app::library::LibraryChange;
use crate::domain::{ExerciseId, Message};
use crate::library::differences;

use super::change;
use crate::cli::context::Context;
use crate::cli::database;
use crate::cli::error::{CliError, Exit};

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(long, value_name = "ID", conflicts_with = "stay")]
    take: Option<String>,
    #[arg(long, value_name = "ID")]
    stay: Option<String>,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    if let Some(id) = &arguments.take {
        return change(&LibraryChange::TakeBuiltIn(ExerciseId::new(id.as_str())), context);
    }
    if let Some(id) = &arguments.stay {
        return change(&LibraryChange::KeepMine(ExerciseId::new(id.as_str())), context);
    }
    let kept = database::own(&context.settings)?.kept;
    if arguments.json {
        let rows: Vec<_> = kept
            .iter()
            .map(|edit| json!({"id": edit.ours.id, "differs": differences(&edit.base, &edit.theirs)}))
            .collect();
        context.out.json(&rows)?;
        return Ok(Exit::Ok);
    }
    if kept.is_empty() {
        context.say(&Message::new("kept-none"))?;
    }
    for edit in &kept {
        let told = told(&edit.ours.name, &differences(&edit.base, &edit.theirs), context);
        context.say(&told)?;
    }
    Ok(Exit::Ok)
}

/// What is said of a version that was kept.
pub(super) fn told(
    name: &crate::domain::Bilingual,
    differs: &[&'static str],
    context: &Context<'_>,
) -> Message {
    let fields: Vec<String> = differs
        .iter()
        .map(|field| {
            let id = format!("field-{field}");
            context.text(&Message { id: id.into(), args: Vec::new() })
        })
        .collect();
    Message::new("cli-library-kept").with("name", name).with("fields", fields.join(", "))
}
