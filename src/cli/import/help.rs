//! `--llm`: help of a model for the lines that stay doubtful, before anything is kept. Without an
//! answer the draft stays as it was read, and why is told.

use crate::domain::{Message, Owner, UnitId};
use crate::import::Draft;
use crate::llm::{Class, Failure, Role};

use super::Arguments;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::models::{self, Desk};

/// Asks about a draft of somebody's training. Returns whether only the request was shown.
pub(super) fn ask(
    draft: &mut Draft,
    owner: Owner,
    arguments: &Arguments,
    context: &mut Context<'_>,
) -> Result<bool, CliError> {
    if !models::serves(Role::Parse, context) {
        let failure = Failure::of(Class::Off(Role::Parse));
        if arguments.show_request {
            return Err(CliError::failed(&failure));
        }
        models::excuse(&failure, context)?;
        return Ok(false);
    }
    let desk = Desk::open(context)?;
    let viewer = &desk.database.viewer;
    if arguments.show_request {
        let preview = desk.database.wait(desk.models.preview_parse(viewer, draft));
        desk.close();
        match preview.map_err(|failure| CliError::failed(&failure))? {
            Some(preview) => models::show(&preview, context)?,
            None => context.note(&Message::new("cli-import-nothing-doubtful"))?,
        }
        return Ok(true);
    }
    let owner = trainee(owner, arguments, &desk);
    let mut tell = models::teller(context.lang());
    let helped = desk.database.wait(desk.models.parse(viewer, &owner, draft, &mut tell));
    desk.close();
    match helped {
        Ok(rows) => context.note(&Message::new("cli-import-helped").with("rows", rows))?,
        Err(failure) => models::excuse(&failure, context)?,
    }
    Ok(false)
}

/// Whose training it is: of a unit that was named, whoever trains by it.
fn trainee(owner: Owner, arguments: &Arguments, desk: &Desk) -> Owner {
    let Some(id) = &arguments.unit else { return owner };
    let (store, viewer) = (&desk.database.store, &desk.database.viewer);
    // an unknown unit is complained about where it is used
    let unit = desk.database.wait(store.unit(viewer, &UnitId::from(id.as_str())));
    unit.map_or(Owner::Nobody, |stored| stored.document.owner)
}
