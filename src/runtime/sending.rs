//! What stands between a wish to ask a model and the question: whether a model is set up, what the
//! coach said to sending, whether somebody has yet to be asked, and the page that shows it all.

use super::models::{Models, Standing};
use crate::app::effect::Sending;
use crate::app::models::WouldSend;
use crate::domain::{Explain, Message, Owner, Viewer};
use crate::language::shown;
use crate::llm::{Class, Failure, Preview, Role};
use crate::store::Consent;

/// What is to be done with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gate {
    /// Send it.
    Send,
    /// Show what would be sent.
    Show,
    /// Show it, and ask whether it may be.
    Ask,
    /// Nothing: the coach wants none of this for these people.
    Never,
}

/// Decides about a question, and keeps what the coach says for the next time.
///
/// # Errors
/// Why nothing can be asked, for the coach.
pub(super) async fn gate(
    models: Option<&Models>,
    viewer: &Viewer,
    (role, owner): (Role, &Owner),
    sending: Sending,
) -> Result<Gate, Message> {
    let off = || Failure::of(Class::Off(role)).message();
    let models = models.ok_or_else(off)?;
    models.serves(role).map_err(|failure| failure.message())?;
    let keep = |consent| models.keep_consent(viewer, owner, consent);
    match sending {
        Sending::Never => {
            keep(Consent::Refused).await.map_err(|error| error.message())?;
            return Ok(Gate::Never);
        }
        Sending::Yes => keep(Consent::Given).await.map_err(|error| error.message())?,
        Sending::AskFirst | Sending::Show => {}
    }
    if sending == Sending::Show {
        return Ok(Gate::Show);
    }
    let standing = models.standing(viewer, owner).await.map_err(|error| error.message())?;
    let asks = sending == Sending::AskFirst && standing == Standing::Unasked;
    Ok(if asks { Gate::Ask } else { Gate::Send })
}

/// The page that shows what would be sent.
pub(super) fn page_of(role: Role, preview: &Preview, asks_for: Option<String>) -> WouldSend {
    let text = serde_json::to_string_pretty(&preview.body).unwrap_or_default();
    WouldSend {
        role,
        provider: preview.provider.clone(),
        model: preview.model.clone(),
        url: preview.url.clone(),
        bytes: preview.body.to_string().len(),
        // what a template wrote as a line end is easier to read as one
        lines: text
            .replace("\\n", "\n")
            .replace("\\\"", "\"")
            .lines()
            .map(|line| shown(line).into_string())
            .collect(),
        asks_for,
    }
}
