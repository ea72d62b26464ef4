//! Commands of the comparison of two versions, and how it is opened.

use super::super::compare::ComparePane;
use super::super::effect::{Effect, Ticket};
use super::super::log::Tone;
use super::super::model::Comparing;
use super::super::{Command, Model, Overlay};
use super::{pages, pick};
use crate::app::Key;
use crate::domain::{Message, Program, ProgramId};

/// Lines of the comparison above its list.
const HEAD: usize = 3;

/// Compares the program on top with the version it was made beside; where there is none, with one
/// to choose.
pub(super) fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    let (program, earlier) = match model.overlays.last() {
        Some(Overlay::Offer(pane)) => {
            let offer = &pane.offer;
            let earlier = offer.earlier.as_deref().cloned().or_else(|| {
                // before weeks were made again it was another version of itself
                (!offer.record.former.is_empty()).then(|| {
                    let mut earlier = offer.program.clone();
                    for week in &mut earlier.weeks {
                        if let Some(former) = offer.record.former.get(&week.index) {
                            week.clone_from(former);
                        }
                    }
                    earlier
                })
            });
            (offer.program.clone(), earlier)
        }
        Some(Overlay::Overview(pane)) => (pane.program.clone(), None),
        _ => return,
    };
    if let Some(earlier) = earlier {
        show(model, &earlier, &program);
        return;
    }
    if let Some(of) = program.provenance.version_of.clone() {
        fetch(model, program, of, effects);
    } else {
        model.comparing = Some(Comparing { ticket: None, program: Box::new(program) });
        pick::programs(model, effects);
    }
}

fn show(model: &mut Model, left: &Program, right: &Program) {
    let Some(shelf) = &model.shelf else { return };
    let pane = ComparePane::new(left, right, &shelf.library);
    model.overlays.push(Overlay::Compare(Box::new(pane)));
}

fn fetch(model: &mut Model, program: Program, other: ProgramId, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    model.comparing = Some(Comparing { ticket: Some(ticket), program: Box::new(program) });
    effects.push(Effect::OpenProgram(ticket, other));
}

/// The other version was chosen.
pub(super) fn chosen(model: &mut Model, other: ProgramId, effects: &mut Vec<Effect>) {
    if let Some(Comparing { program, .. }) = model.comparing.take() {
        if program.id == other {
            model.tell(Tone::Warn, Message::new("compare-itself"));
            return;
        }
        fetch(model, *program, other, effects);
    }
}

/// A program was fetched: the other version, where one is waited for. Gives it back otherwise.
pub(super) fn fetched(model: &mut Model, ticket: Ticket, program: Program) -> Option<Program> {
    let waited = model.comparing.take_if(|it| it.ticket == Some(ticket));
    match waited {
        Some(Comparing { program: right, .. }) => {
            show(model, &program, &right);
            None
        }
        None => Some(program),
    }
}

/// Runs a command of the comparison.
pub(super) fn run(model: &mut Model, command: Command, key: Key) {
    let rows = usize::from(model.regions().body.height).saturating_sub(HEAD);
    let lines = pages::paged(model, key);
    let Some(Overlay::Compare(pane)) = model.overlays.last_mut() else { return };
    match command {
        Command::PairUp => pane.step(-lines, rows),
        Command::PairDown => pane.step(lines, rows),
        Command::PairNext => pane.step_week(true, rows),
        Command::PairPrevious => pane.step_week(false, rows),
        Command::PairTurn => pane.turn(1),
        Command::PairTurnBack => pane.turn(2),
        _ => {}
    }
}
