//! No subcommand: opens the screens, where there is a terminal to open them in. `demo` does the
//! same on a database that is gone afterwards.

use std::sync::Arc;

use crate::domain::Message;
use crate::lint::Severities;
use crate::runtime::Services;
use crate::runtime::demo::Throwaway;
use crate::runtime::models::Models;
use crate::session::{Look, Mouse, hold};

use super::context::Context;
use super::database::Database;
use super::error::{CliError, Exit};
use super::keys::keymap;
use super::usage::retained_since;

/// Opens the screens on the coach's database.
pub(super) fn open(context: &mut Context<'_>) -> Result<Exit, CliError> {
    if !(context.terminal.input && context.terminal.output) {
        return Err(CliError::Usage(Message::new("cli-no-terminal")));
    }
    let look = look(context)?;
    let named = context.settings.lint.iter().map(|(rule, level)| (rule.as_str(), level.as_str()));
    let severities = Severities::new(named).map_err(|error| CliError::usage(&error))?;
    let database = Database::open(&context.settings)?;
    let mut services = Services::new(database.store.clone())
        .judging(severities)
        .drafting(context.settings.after_onboarding)
        .with_thresholds(context.thresholds())
        .copying_to(context.settings.state_dir.clone());
    // without a provider nothing of them is set up
    let models = (!context.settings.llm.providers.is_empty()).then(|| {
        let store = database.store.clone();
        database
            .wait(async { Arc::new(Models::start(&context.settings, context.environment, store)) })
    });
    if let Some(models) = &models {
        services = services.with_models(models.clone());
    }
    let (store, before) =
        (database.store.clone(), retained_since(context.settings.keep_imports_days));
    database.spawn(async move {
        match store.purge_imports(before).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "texts of old imports were forgotten"),
            Err(error) => tracing::warn!(%error, "texts of old imports could not be forgotten"),
        }
    });
    let held = database.wait(hold(services, database.viewer.clone(), look));
    if let Some(models) = models {
        database.wait(models.finish());
    }
    database.close();
    held.map_err(|error| CliError::failed(&error))?;
    Ok(Exit::Ok)
}

/// Opens the screens on a demo club that is gone afterwards.
pub(super) fn demo(context: &mut Context<'_>) -> Result<Exit, CliError> {
    let throwaway = Throwaway::below(&context.environment.temporary_dir())?;
    context.settings.database = throwaway.database();
    open(context)
}

fn look(context: &Context<'_>) -> Result<Look, CliError> {
    let settings = &context.settings;
    let keymap = keymap(context)?;
    Ok(Look {
        lang: settings.lang,
        lang_asked: context.flags.lang.is_some(),
        theme: settings.theme,
        keymap: Arc::new(keymap),
        mouse: Mouse::On,
    })
}
