//! Which commands of a review apply to the line under the cursor, or why not.

use super::super::{Command, Model, Overlay};
use super::{OfferPane, Row, WeekState};
use crate::domain::Message;
use crate::generation::{EngineKind, JobStatus};

/// Says yes, or why not.
///
/// # Errors
/// The sentence that says what stands in the way.
pub(in crate::app) fn available(model: &Model, command: Command) -> Result<(), Message> {
    let needs =
        |there: bool, why: &'static str| if there { Ok(()) } else { Err(Message::new(why)) };
    let pane = match model.overlays.last() {
        Some(Overlay::Offer(pane)) => pane,
        Some(Overlay::UnitOffer(pane)) if command == Command::LineTake => {
            needs(pane.into.is_some(), "why-not-no-unit")?;
            return needs(!pane.chosen.is_empty(), "offer-nothing-chosen");
        }
        _ => return Ok(()),
    };
    match command {
        Command::OfferMark => needs(!pane.open_units(&pane.cursor).is_empty(), nothing(pane)),
        Command::OfferTake => {
            let some = !pane.marked.is_empty() || !pane.open_units(&pane.cursor).is_empty();
            needs(some, nothing(pane))
        }
        Command::OfferTakeAll => {
            let open = |week| !pane.open_units(&Row::Week(week)).is_empty();
            needs(pane.offer.program.weeks.iter().any(|week| open(week.index)), "offer-all-taken")
        }
        Command::OfferRetry | Command::OfferRedo => {
            let running = model
                .log
                .jobs
                .iter()
                .any(|job| job.id == pane.offer.job.id && job.status == JobStatus::Running);
            needs(!running, "offer-running")?;
            let missing = pane.state(pane.cursor.week()) == WeekState::Missing;
            let asked = pane.offer.job.request.engine == EngineKind::Llm;
            needs(asked || missing, "offer-planner-repeats")?;
            let last = match command {
                Command::OfferRedo => pane.offer.program.profile.weeks(),
                _ => pane.cursor.week(),
            };
            let free = (pane.cursor.week()..=last)
                .all(|week| matches!(pane.state(week), WeekState::Open | WeekState::Missing));
            needs(free, "offer-retry-taken")
        }
        Command::OfferUndo => needs(!pane.offer.record.taken.is_empty(), "offer-nothing-taken"),
        Command::OfferPutBack => {
            let week = pane.cursor.week();
            needs(pane.offer.record.former.contains_key(&week), "offer-no-former")?;
            needs(pane.state(week) == WeekState::Open, "offer-retry-taken")
        }
        Command::OfferRefuse => needs(!pane.offer.closed, "offer-closed"),
        _ => Ok(()),
    }
}

/// Why there is nothing to take in the line under the cursor.
fn nothing(pane: &OfferPane) -> &'static str {
    match pane.state(pane.cursor.week()) {
        WeekState::Missing => "offer-missing",
        _ => "offer-taken-already",
    }
}
