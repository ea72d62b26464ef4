//! Commands of the review of a generated program, and what comes back for it.

use std::collections::BTreeSet;

use super::super::effect::{Effect, Ticket};
use super::super::entry::{Entry, Purpose};
use super::super::log::Tone;
use super::super::offer::{Decision, Offer, OfferPane};
use super::super::page::{Page, Topic};
use super::super::{Command, Model, Overlay};
use super::{course, form};
use crate::domain::{JobId, Message};
use crate::generation::{Job, ProgressEvent};

/// Lines of the review above and below its list.
pub(in crate::app) const AROUND: usize = 5;

/// Fetches what a job made.
pub(super) fn open(model: &mut Model, job: JobId, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    model.opening = Some(ticket);
    effects.push(Effect::OpenOffer(ticket, job));
}

/// Shows an offer, or what it is now where it is shown already.
pub(super) fn show(model: &mut Model, ticket: Ticket, offer: Offer) {
    if model.opening != Some(ticket) {
        return;
    }
    model.opening = None;
    model.log.know(offer.job.clone());
    let Some(shelf) = model.shelf.clone() else { return };
    let shown = model.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Offer(pane) if pane.offer.job.id == offer.job.id => Some(pane),
        _ => None,
    });
    if let Some(pane) = shown {
        pane.renew(offer, &shelf.library);
    } else {
        let pane = OfferPane::new(offer, &shelf.library);
        model.overlays.push(Overlay::Offer(Box::new(pane)));
    }
}

/// A job of before made something that waits for a decision.
pub(super) fn waiting(model: &mut Model, job: Job) {
    let line = Message::new("log-offer-waits").with("title", job.title.as_str());
    model.log.say(Tone::Good, Some(job.id.clone()), line);
    model.log.know(job);
}

/// A decision could not be carried out: shows the offer as it is.
pub(super) fn refused(model: &mut Model, job: &JobId, message: Message, effects: &mut Vec<Effect>) {
    model.log.say(Tone::Bad, Some(job.clone()), message.clone());
    model.tell(Tone::Bad, message);
    if is_shown(model, job) {
        open(model, job.clone(), effects);
    }
}

/// A job moved on: its review, where it is shown, follows.
pub(super) fn moved(
    model: &mut Model,
    job: &JobId,
    event: &ProgressEvent,
    effects: &mut Vec<Effect>,
) {
    let saved = matches!(
        event,
        ProgressEvent::WeekReady { .. }
            | ProgressEvent::WeekMended { .. }
            | ProgressEvent::Finished { .. }
            | ProgressEvent::Failed { .. }
    );
    if saved && is_shown(model, job) {
        open(model, job.clone(), effects);
    }
}

fn is_shown(model: &Model, job: &JobId) -> bool {
    model
        .overlays
        .iter()
        .any(|overlay| matches!(overlay, Overlay::Offer(pane) if pane.offer.job.id == *job))
}

/// Moves in the review.
pub(super) fn step(model: &mut Model, lines: isize) {
    let rows = usize::from(model.regions().body.height).saturating_sub(AROUND);
    if let Some(pane) = pane(model) {
        pane.step(lines, rows);
    }
}

fn pane(model: &mut Model) -> Option<&mut OfferPane> {
    match model.overlays.last_mut() {
        Some(Overlay::Offer(pane)) => Some(pane),
        _ => None,
    }
}

/// Runs a command of the review.
pub(super) fn run(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    let Some(pane) = pane(model) else { return };
    match command {
        Command::OfferMark => {
            pane.mark();
            step(model, 1);
        }
        Command::OfferUnfold => pane.unfold(),
        Command::OfferFold => {
            pane.fold();
            step(model, 0);
        }
        Command::OfferLook => {
            if let Some(look) = pane.look() {
                let page = Page::new(Topic::Look(Box::new(look)));
                model.overlays.push(Overlay::Page(Box::new(page)));
            } else {
                model.tell(Tone::Warn, Message::new("offer-missing"));
            }
        }
        Command::OfferChart => {
            let program = pane.offer.program.clone();
            course::show(model, program);
        }
        Command::OfferOther => {
            let (request, of) = (pane.offer.job.request.clone(), pane.offer.program.id.clone());
            form::again(model, &request, of);
        }
        Command::OfferTake => {
            let decision = pane.take();
            decide(model, decision, "offer-taken", effects);
        }
        Command::OfferTakeAll => {
            let decision = pane.take_all();
            decide(model, decision, "offer-taken", effects);
        }
        Command::OfferRefuse => {
            let decision = pane.refuse();
            decide(model, decision, "offer-refused", effects);
        }
        Command::OfferUndo => {
            let decision = pane.undo();
            decide(model, decision, "offer-undone", effects);
        }
        Command::OfferPutBack => put_back(model, effects),
        Command::OfferRetry => {
            let week = pane.cursor.week();
            ask_wish(model, BTreeSet::from([week]));
        }
        Command::OfferRedo => {
            let weeks = pane.cursor.week()..=pane.offer.program.profile.weeks();
            ask_wish(model, weeks.collect());
        }
        _ => {}
    }
}

fn decide(
    model: &mut Model,
    decision: Option<Decision>,
    said: &'static str,
    effects: &mut Vec<Effect>,
) {
    let Some((decision, job)) = decision.zip(pane(model).map(|pane| pane.offer.job.id.clone()))
    else {
        return;
    };
    let count = decision.taken.len().max(decision.given_back.len());
    model.tell(Tone::Good, Message::new(said).with("count", count));
    effects.push(Effect::DecideOffer(job, Box::new(decision)));
}

fn put_back(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(shelf) = model.shelf.clone() else { return };
    let Some(pane) = pane(model) else { return };
    let Some(week) = pane.put_back() else { return };
    let offer = pane.offer.clone();
    let (job, record, index) = (offer.job.id.clone(), offer.record.clone(), week.index);
    pane.renew(offer, &shelf.library);
    model.tell(Tone::Good, Message::new("offer-put-back").with("week", index));
    effects.push(Effect::PutBack(job, Box::new((week, record))));
}

/// Opens the line for what is to be different.
fn ask_wish(model: &mut Model, weeks: BTreeSet<u16>) {
    if let Some(job) = pane(model).map(|pane| pane.offer.job.id.clone()) {
        model.entry = Some(Entry::new(Purpose::Anew(job, weeks), ""));
    }
}

/// Has weeks made again.
pub(super) fn anew(
    model: &mut Model,
    job: &JobId,
    weeks: &BTreeSet<u16>,
    wish: &str,
    effects: &mut Vec<Effect>,
) {
    let text = Message::new("offer-anew").with("count", weeks.len());
    model.tell(Tone::Plain, text);
    effects.push(Effect::Anew(job.clone(), weeks.clone(), wish.to_owned()));
}
