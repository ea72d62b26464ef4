//! `library draft TEXT`: a new exercise by a language model, as a file to look over and then
//! `library import`. Nothing is kept of it.

use clap::Args;

use crate::app::library::id_for;
use crate::assist::draft::{self, Wish};
use crate::domain::{Bilingual, Exercise, ExerciseId, Message, Owner};
use crate::export::{LibraryJson, write_library_toml};
use crate::language::clean;
use crate::library::Library;
use crate::llm::{Class, Failure, Role};
use crate::runtime::models::Reranking;

use crate::cli::context::Context;
use crate::cli::error::{CliError, Exit};
use crate::cli::models::{self, Desk};
use crate::cli::suggest;

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = "TEXT")]
    text: String,
    #[arg(long, value_name = "ID")]
    unit: Option<String>,
    #[arg(long)]
    show_request: bool,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let off = Failure::of(Class::Off(Role::Draft));
    let serves = models::serves(Role::Draft, context);
    if arguments.show_request && !serves {
        return Err(CliError::failed(&off));
    }
    let asked = suggest::about(arguments.unit.as_deref(), &arguments.text, context)?;
    let owner = asked.unit.as_ref().map_or(&Owner::Nobody, |unit| &unit.owner);
    let lang = context.lang();
    let (suggestions, pack, library) = (&asked.suggestions, &asked.pack, &*asked.library);
    let query = arguments.text.as_str();
    let about = Reranking { owner, suggestions, pack, query, lang };
    let outline = || draft::outline(Wish { pack, suggestions, query, lang });
    if !serves {
        models::excuse(&off, context)?;
        return print(&named(outline(), query, library), None, arguments, context);
    }
    let desk = Desk::open(context)?;
    let viewer = &desk.database.viewer;
    if arguments.show_request {
        let preview = desk.database.wait(desk.models.preview_draft(viewer, about, library));
        desk.close();
        models::show(&preview.map_err(|failure| CliError::failed(&failure))?, context)?;
        return Ok(Exit::Ok);
    }
    let mut tell = models::teller(lang);
    let drafted = desk.database.wait(desk.models.draft(viewer, about, library, &mut tell));
    desk.close();
    match drafted {
        Ok((exercise, answer)) => {
            let name = exercise.name.get(lang).to_owned();
            print(&named(exercise, &name, library), Some(&answer.model), arguments, context)
        }
        Err(failure) => {
            models::excuse(&failure, context)?;
            print(&named(outline(), query, library), None, arguments, context)
        }
    }
}

/// The exercise with an id, and a name where it has none yet.
fn named(mut exercise: Exercise, text: &str, library: &Library) -> Exercise {
    if exercise.name == Bilingual::default() {
        let text = clean(text).text;
        exercise.name = Bilingual::same(text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    exercise.id = id_for(&exercise.name, |id| library.get(&ExerciseId::new(id)).is_some());
    exercise
}

fn print(
    exercise: &Exercise,
    by: Option<&str>,
    arguments: &Arguments,
    context: &mut Context<'_>,
) -> Result<Exit, CliError> {
    let note = match by {
        Some(model) => Message::new("cli-draft-by").with("model", model),
        None => Message::new("cli-draft-outline"),
    };
    context.note(&note)?;
    if arguments.json {
        context.out.json(&LibraryJson::new(&[exercise], &[]))?;
    } else {
        let text = clean(&write_library_toml(&[exercise], &[])).text;
        context.out.raw().write_all(text.as_bytes())?;
    }
    Ok(Exit::Ok)
}
