//! `generate … --estimate`: what the request would probably take, and nothing else.

use serde_json::json;

use crate::domain::Message;
use crate::generation::{BaseKind, BaseStands, Request, estimate};
use crate::library::Library;
use crate::llm::{Prices, Role};
use crate::runtime::engines::bases;

use crate::cli::context::Context;
use crate::cli::database::Database;
use crate::cli::error::{CliError, Exit};

pub(super) fn run(
    request: &Request,
    library: &Library,
    as_json: bool,
    context: &mut Context<'_>,
) -> Result<Exit, CliError> {
    let settings = &context.settings.llm;
    let Some(role) = settings.settled(Role::Generate, request.model.as_ref()) else {
        let message = Message::new("llm-off").with("role", Role::Generate.name());
        return Err(CliError::Failed(message));
    };
    let database = Database::open(&context.settings)?;
    let kept = database.ask(bases(&database.store, &database.viewer))?;
    database.close();
    let kind = BaseKind::of(&request.profile, library).id();
    let there = kept.iter().any(|base| {
        (base.kind.as_str(), &base.provider, &base.model) == (kind, &role.provider, &role.model)
    });
    let stands = if there { BaseStands::Already } else { BaseStands::NotYet };
    let Some(known) = estimate(request, library, settings, stands) else {
        return Err(CliError::Usage(Message::new("cli-no-request")));
    };
    if as_json {
        context.out.json(&json!({
            "provider": role.provider,
            "model": role.model,
            "requests": known.requests,
            "in_a_row": known.in_a_row,
            "input_new": known.usage.input_new,
            "input_cached": known.usage.input_cached,
            "output": known.usage.output,
            "price_usd": known.price,
            "prices_as_of": Prices::as_of().0,
        }))?;
    } else {
        context.say(&known.message())?;
    }
    Ok(Exit::Ok)
}
