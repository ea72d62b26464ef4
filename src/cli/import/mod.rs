//! `import FILE|DIR|-`: what was understood of a text or file, and putting it into the database.
//!
//! A dry run creates nothing and needs no database. The ids of what is stored follow from the
//! text, so that importing the same text twice changes nothing. A folder is gone through file by
//! file, with the folders in it; one bad file does not keep the others from coming in.

mod athlete;
mod folder;
mod help;
mod print;
mod source;

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::Value;

use crate::domain::{Explain, Message, Owner, UnitId};
use crate::import::{SourceFormat, is_plan};
use crate::library::Library;
use crate::matching::Matcher;
use crate::runtime::imports::{Bring, BringError, Brought, Understood, bring};
use crate::store::StoreError;

use super::context::Context;
use super::database::Database;
use super::error::{CliError, Exit};

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Arguments {
    #[arg(value_name = "FILE|DIR|-")]
    source: PathBuf,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "ID")]
    unit: Option<String>,
    #[arg(long, value_name = "ID|NAME", conflicts_with = "unit")]
    athlete: Option<String>,
    #[arg(long, value_name = "NAME", conflicts_with_all = ["unit", "athlete"])]
    new_athlete: Option<String>,
    #[arg(long, value_name = "FORMAT", default_value = "auto", value_parser = format)]
    format: Format,
    #[arg(long)]
    llm: bool,
    #[arg(long, requires = "llm")]
    show_request: bool,
    #[arg(long)]
    json: bool,
}

/// A format, or finding it out.
#[derive(Debug, Clone, Copy)]
struct Format(Option<SourceFormat>);

fn format(text: &str) -> Result<Format, String> {
    if text == "auto" {
        return Ok(Format(None));
    }
    let ids = || SourceFormat::ALL.map(SourceFormat::id).join(", ");
    let format = SourceFormat::from_id(text);
    format.map(|format| Format(Some(format))).ok_or_else(|| format!("write auto, {}", ids()))
}

/// What imports are read with, and where they go.
struct Desk {
    library: Library,
    matcher: Matcher,
    format: Option<SourceFormat>,
    /// `None`: a dry run.
    keeping: Option<Keeping>,
}

/// Where imports go.
struct Keeping {
    database: Database,
    unit: Option<UnitId>,
    owner: Owner,
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let (library, matcher) = context.matcher()?;
    let keeping = if arguments.dry_run {
        None
    } else {
        let database = Database::open(&context.settings)?;
        let owner = athlete::owner(arguments, &database)?;
        Some(Keeping { database, unit: arguments.unit.as_deref().map(UnitId::from), owner })
    };
    let desk = Desk { library, matcher, format: arguments.format.0, keeping };
    let exit = if arguments.source.is_dir() {
        folder::run(&arguments.source, arguments, &desk, context)?
    } else {
        let text = source::read(&arguments.source, context).map_err(CliError::Usage)?;
        one(&text, arguments, &desk, context)?;
        Exit::Ok
    };
    if let Some(keeping) = desk.keeping {
        keeping.database.close();
    }
    Ok(exit)
}

/// Imports one text and prints what was understood.
fn one(
    text: &str,
    arguments: &Arguments,
    desk: &Desk,
    context: &mut Context<'_>,
) -> Result<(), CliError> {
    let Some(understood) = desk.understand(text, arguments, context)? else { return Ok(()) };
    for refused in &understood.draft.refused {
        context.note(&refused.message())?;
    }
    let brought = desk.bring(text, &arguments.source, understood).map_err(cli_error)?;
    if arguments.json {
        let document = document(&brought, desk, context);
        return context.out.json(&document).map_err(CliError::from);
    }
    print::rows(&brought.draft, context)?;
    for id in brought.plans {
        context.say(&Message::new("cli-import-kept").with("id", id))?;
    }
    Ok(())
}

impl Desk {
    /// Reads a text, with a model's help where that was asked for. `None`: only what would be
    /// sent was to be shown.
    fn understand(
        &self,
        text: &str,
        arguments: &Arguments,
        context: &mut Context<'_>,
    ) -> Result<Option<Understood>, CliError> {
        let mut understood = Understood::read(text, &self.matcher, self.format);
        let owner = self.keeping.as_ref().map_or(Owner::Nobody, |keeping| keeping.owner.clone());
        let asked = arguments.llm && !is_plan(text);
        if asked && help::ask(&mut understood.draft, owner, arguments, context)? {
            return Ok(None);
        }
        Ok(Some(understood))
    }

    /// Puts what was read where it goes.
    fn bring(
        &self,
        text: &str,
        path: &Path,
        understood: Understood,
    ) -> Result<Brought, BringError> {
        let Some(keeping) = &self.keeping else {
            understood.refusal()?;
            return Ok(Brought { draft: understood.draft, plans: Vec::new() });
        };
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let name = name.filter(|name| name != "-").unwrap_or_default();
        let wish =
            Bring { text, name: &name, unit: keeping.unit.clone(), owner: keeping.owner.clone() };
        let Database { store, viewer, .. } = &keeping.database;
        keeping.database.wait(bring(
            store,
            viewer,
            (&self.library, &self.matcher),
            wish,
            understood,
        ))
    }
}

fn document(brought: &Brought, desk: &Desk, context: &Context<'_>) -> Value {
    let mut document = brought.draft.to_json(context.lang());
    if let Some(keys) = document.as_object_mut().filter(|_| desk.keeping.is_some()) {
        keys.insert("plans".to_owned(), brought.plans.clone().into());
    }
    document
}

fn cli_error(error: BringError) -> CliError {
    match error {
        BringError::Store(StoreError::NotFound { .. }) | BringError::Plan(_) => {
            CliError::usage(&error)
        }
        error => CliError::failed(&error),
    }
}
