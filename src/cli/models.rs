//! What commands that ask a model share: the opened models, the lines on standard error while an
//! answer comes, and what would be sent.

use serde_json::json;

use crate::domain::Explain;
use crate::language::Catalogue;
use crate::llm::{Failure, Preview, Role, Step};
use crate::runtime::models::Models;

use super::context::Context;
use super::database::Database;
use super::error::CliError;

/// Models over an opened database.
pub(super) struct Desk {
    pub(super) database: Database,
    pub(super) models: Models,
}

impl Desk {
    /// Opens the database and sets models up. What would be no use without a model is said before
    /// anything is opened.
    pub(super) fn open(context: &Context<'_>) -> Result<Self, CliError> {
        let database = Database::open(&context.settings)?;
        let store = database.store.clone();
        let models =
            database.wait(async { Models::start(&context.settings, context.environment, store) });
        Ok(Self { database, models })
    }

    /// Writes ledger and transcripts, and closes the database.
    pub(super) fn close(self) {
        self.database.wait(self.models.finish());
        self.database.close();
    }
}

/// Whether a model is configured for a role.
pub(super) fn serves(role: Role, context: &Context<'_>) -> bool {
    context.settings.llm.roles.contains_key(&role)
}

/// Tells on standard error why a model did not help; the command goes on without.
pub(super) fn excuse(failure: &Failure, context: &mut Context<'_>) -> Result<(), CliError> {
    context.note(&failure.message())
}

/// The lines of an answer under way, as they are to be told. Collected, because the streams of a
/// command belong to one thread; written as soon as each step is over.
pub(super) fn teller<'a>(lang: crate::domain::Lang) -> impl FnMut(Step<'_>) + Send + 'a {
    move |step: Step<'_>| {
        if let Some(message) = step.message() {
            let line = Catalogue::load(lang).text(&message);
            // standard error of the process: nobody left to tell is no reason to end otherwise
            let _ =
                std::io::Write::write_all(&mut std::io::stderr(), format!("{line}\n").as_bytes());
        }
    }
}

/// Prints exactly what would be sent, and where to.
pub(super) fn show(preview: &Preview, context: &mut Context<'_>) -> Result<(), CliError> {
    context.out.json(&json!({
        "provider": preview.provider,
        "model": preview.model,
        "url": preview.url,
        "bytes": preview.body.to_string().len(),
        "body": preview.body,
    }))?;
    Ok(())
}
