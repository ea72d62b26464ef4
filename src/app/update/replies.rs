//! What comes back from outside. A reply to a question that no longer stands is dropped.

use super::super::effect::{Effect, Fetched, Reply, Ticket};
use super::super::log::Tone;
use super::super::open::OpenUnit;
use super::super::page::{Page, Topic};
use super::super::{Model, Overlay};
use super::{
    asking, compare, course, findings, form, library, models, offer, pick, review, unit_offer,
    wonder,
};
use crate::domain::{JobId, Message, UnitId};
use crate::generation::{JobStatus, ProgressEvent};

/// Takes a reply in.
pub(super) fn take(model: &mut Model, reply: Reply, effects: &mut Vec<Effect>) {
    match reply {
        Reply::Shelf(shelf) => {
            model.shelf = Some(shelf);
            model.revision += 1;
        }
        Reply::Owner(ticket, trainee) => {
            // A trainee comes alone when the coach switched, and with a unit of theirs otherwise.
            if model.opening == Some(ticket) {
                model.opening = None;
                let newest = trainee.recent.first().map(|unit| unit.id.clone());
                let switched =
                    model.open.as_ref().is_none_or(|open| open.unit.owner != trainee.who.owner());
                model.trainee = Some(*trainee);
                model.revision += 1;
                if let Some(unit) = newest.filter(|_| switched) {
                    super::edits::open_unit(model, unit, effects);
                }
            }
        }
        Reply::Unit(ticket, fetched) => {
            if model.opening == Some(ticket) {
                model.opening = None;
                open(model, *fetched, effects);
            }
        }
        Reply::Program(ticket, program) => {
            let Some(program) = compare::fetched(model, ticket, *program) else { return };
            if model.opening == Some(ticket) {
                model.opening = None;
                course::show(model, program);
            } else if model.adapting == Some(ticket) {
                model.adapting = None;
                course::show_changes(model, program);
            }
        }
        Reply::Plans(ticket, cards) => {
            if model.listing == Some(ticket) {
                pick::fill_plans(model, cards);
            }
        }
        Reply::Owners(ticket, cards) => {
            if model.listing == Some(ticket) {
                pick::fill_owners(model, cards);
            }
        }
        Reply::Linted(ticket, found) => {
            if model.lint.asked == Some(ticket) {
                model.lint.asked = None;
                model.lint.found = found;
                findings::step(model, 0);
            }
        }
        Reply::Athletes(ticket, athletes) => {
            if model.listing == Some(ticket) {
                model.listing = None;
                course::show_loads(model, &athletes);
            }
        }
        Reply::Saved(unit, version) => saved(model, &unit, version),
        Reply::Conflict(fetched) => conflict(model, *fetched, effects),
        Reply::Suggested(ticket, suggestions) => {
            if model.suggest.asked == Some(ticket) {
                model.suggest.take(*suggestions);
                if let Some(number) = model.suggest.queued.pop_front() {
                    super::edits::insert_hit(model, number, effects);
                }
            }
        }
        Reply::ModelSays(ticket, text) => models::says(model, ticket, text),
        Reply::Reranked(ticket, answer) => models::reranked(model, ticket, *answer),
        Reply::MayGenerate(ticket) => form::may(model, ticket, effects),
        Reply::WouldSend(ticket, sent) => models::would_send(model, ticket, *sent),
        Reply::Refused(ticket, owner) => models::refused(model, ticket, &owner, effects),
        Reply::Answered(ticket, answer) => asking::answered(model, ticket, *answer, effects),
        Reply::Cost(ticket, cost) => {
            if model.opening == Some(ticket) {
                model.opening = None;
                let page = Page::new(Topic::Cost(cost));
                model.overlays.push(Overlay::Page(Box::new(page)));
            }
        }
        Reply::Read(ticket, draft) => review::show(model, ticket, *draft, effects),
        Reply::Rows(ticket, rows) => review::rows(model, ticket, rows, effects),
        Reply::Draft(ticket, begun) => review::offer(model, ticket, begun.map(|it| *it)),
        Reply::Placed(ticket, new, all) => review::placed(model, ticket, (new, &all), effects),
        Reply::File(ticket, name, text) => review::file(model, ticket, (name, text), effects),
        Reply::Taught(ticket, cards) => {
            if model.listing == Some(ticket) {
                pick::fill_taught(model, cards);
            }
        }
        Reply::ImportStatistics(ticket, statistics) => {
            if model.listing == Some(ticket) {
                model.listing = None;
                let page = Page::new(Topic::Imports(statistics));
                model.overlays.push(Overlay::Page(Box::new(page)));
            }
        }
        Reply::Told(tone, text) => {
            model.log.say(tone, None, text.clone());
            if tone != Tone::Plain {
                model.tell(tone, text);
            }
        }
        Reply::Explained(ticket, reasoned) => {
            wonder::show_page(model, ticket, Topic::Why(reasoned));
        }
        Reply::Proposed(ticket, proposal) => {
            wonder::show_page(model, ticket, Topic::Proposal(proposal));
        }
        Reply::JobKnown(job) => model.log.know(*job),
        Reply::Stopped(job) => {
            let line = Message::new("log-job-stopped")
                .with("id", job.id.as_str())
                .with("done", job.done.len())
                .with("weeks", job.weeks);
            model.log.say(Tone::Warn, Some(job.id.clone()), line);
            model.log.know(*job);
        }
        Reply::JobFailed(id, message) => {
            model.log.fold(&id, None);
            if let Some(job) = model.log.job_mut(&id) {
                let lines = job.apply(&ProgressEvent::Failed { message: message.clone() });
                for line in lines {
                    model.log.say(Tone::Bad, Some(id.clone()), line);
                }
                model.log.say(Tone::Plain, Some(id), Message::new("log-next-resume"));
            }
            model.tell(Tone::Bad, message);
        }
        Reply::Cancelled(id) => {
            model.log.fold(&id, None);
            if let Some(job) = model.log.job_mut(&id) {
                let line = job.cancel();
                model.log.say(Tone::Warn, Some(id), line);
            }
        }
        Reply::UnitMade(unit) => super::edits::open_unit(model, unit, effects),
        Reply::Offer(ticket, it) => offer::show(model, ticket, *it),
        Reply::UnitOffer(job, unit) => unit_offer::show(model, job, *unit),
        Reply::OfferRefused(job, message) => offer::refused(model, &job, message, effects),
        Reply::Waiting(job) => offer::waiting(model, *job),
        Reply::Progress(id, event) => {
            progress(model, &id, &event);
            offer::moved(model, &id, &event, effects);
        }
        Reply::Library(reply) => library::take(model, &reply, effects),
        Reply::Failed(ticket, message) => failed(model, ticket, message, effects),
        Reply::Changed => {
            effects.extend(model.open.as_ref().map(|open| Effect::Refresh(open.unit.id.clone())));
        }
        Reply::Refreshed(fetched) => refreshed(model, *fetched),
    }
}

/// Puts a unit on the desk, and fetches whoever it is for.
fn open(model: &mut Model, fetched: Fetched, effects: &mut Vec<Effect>) {
    let same = model.open.as_ref().is_some_and(|open| open.unit.id == fetched.unit.id);
    let owner = fetched.unit.owner.clone();
    if !same {
        model.plan.enter(&fetched.unit);
        model.suggest.query.clear();
        model.suggest.graph = None;
        model.suggest.intent = None;
    }
    model.open = Some(OpenUnit::new(fetched.unit, fetched.version, fetched.undo, fetched.redo));
    model.revision += 1;
    if model.trainee.as_ref().is_none_or(|trainee| trainee.who.owner() != owner) {
        let ticket = model.ticket();
        model.opening = Some(ticket);
        effects.push(Effect::OpenOwner(ticket, owner));
    }
    effects.push(Effect::Remember(Box::new(model.place())));
}

fn saved(model: &mut Model, unit: &UnitId, version: u32) {
    if let Some(open) = &mut model.open
        && open.unit.id == *unit
    {
        open.confirmed(version);
    }
}

/// Another coach changed the unit while nothing of ours was on its way: theirs is shown. With
/// changes of ours still unconfirmed it is left: the saver runs into the conflict and settles it.
fn refreshed(model: &mut Model, fetched: Fetched) {
    let Some(open) = &mut model.open else { return };
    let newer = open.unit.id == fetched.unit.id && fetched.version > open.version;
    if newer && open.unconfirmed() == 0 {
        open.refresh(OpenUnit::new(fetched.unit, fetched.version, fetched.undo, fetched.redo));
        model.revision += 1;
        model.tell(Tone::Plain, Message::new("notice-changed-elsewhere"));
    }
}

/// Another coach changed the unit first: theirs stands, and what is not yet saved of ours is
/// done again on top of it. What no longer fits is said, not lost: it stays in our journal.
fn conflict(model: &mut Model, fetched: Fetched, effects: &mut Vec<Effect>) {
    let Some(open) = &mut model.open else { return };
    if open.unit.id != fetched.unit.id {
        return;
    }
    let theirs = OpenUnit::new(fetched.unit, fetched.version, fetched.undo, fetched.redo);
    let ours = open.replaced(theirs);
    model.revision += 1;
    let mut kept = 0_usize;
    let count = ours.len();
    for edit in ours {
        kept += usize::from(super::edits::make(model, edit, effects));
    }
    let text = if kept == count { "notice-merged" } else { "notice-merged-in-part" };
    model.tell(
        if kept == count { Tone::Good } else { Tone::Warn },
        Message::new(text).with("kept", kept).with("count", count),
    );
}

fn progress(model: &mut Model, id: &JobId, event: &ProgressEvent) {
    match event {
        ProgressEvent::Text { index, text } => {
            model.log.hear(id, *index, text);
            return;
        }
        ProgressEvent::Outlined { .. } => model.log.fold(id, Some(0)),
        ProgressEvent::WeekReady { week } => model.log.fold(id, Some(week.index)),
        ProgressEvent::Finished { .. } | ProgressEvent::Failed { .. } => model.log.fold(id, None),
        _ => {}
    }
    let Some(job) = model.log.job_mut(id) else { return };
    let lines = job.apply(event);
    let tone = match (event, job.status) {
        (_, JobStatus::Failed) => Tone::Bad,
        (_, JobStatus::Cancelled) => Tone::Warn,
        (ProgressEvent::WeekReady { .. } | ProgressEvent::Finished { .. }, _) => Tone::Good,
        _ => Tone::Plain,
    };
    for line in lines {
        model.log.say(tone, Some(id.clone()), line);
    }
    if matches!(event, ProgressEvent::Failed { .. }) {
        model.log.say(Tone::Plain, Some(id.clone()), Message::new("log-next-resume"));
    }
    if matches!(event, ProgressEvent::Finished { .. }) {
        model.tell(Tone::Good, Message::new("notice-generation-done"));
    }
}

fn failed(model: &mut Model, ticket: Option<Ticket>, message: Message, effects: &mut Vec<Effect>) {
    if ticket.is_some() {
        for waiting in [&mut model.opening, &mut model.begun, &mut model.suggest.reranking] {
            waiting.take_if(|wanted| Some(*wanted) == ticket);
        }
        model.starting.take_if(|waiting| Some(waiting.ticket) == ticket);
        model.reading.take_if(|reading| Some(reading.ticket) == ticket);
        model.rereading.take_if(|reading| Some(reading.ticket) == ticket);
    }
    model.log.say(Tone::Bad, None, message.clone());
    model.tell(Tone::Bad, message);
    if let Some(ticket) = ticket {
        asking::without(model, ticket, effects);
    }
}
