//! Asking a model for a new exercise, about doubtful rows, or what a request means; and what comes
//! back. Everything also goes without: a form with what the plan says, the rows as they were read,
//! the program's own reading.

use super::super::asking::{Answered, Asking, Errand, Question, ToAsk};
use super::super::effect::{Asked, Effect, Sending, Ticket};
use super::super::library::ExerciseForm;
use super::super::log::Tone;
use super::super::models::WouldSend;
use super::super::page::{Page, Topic};
use super::super::{Model, Overlay};
use super::{library, ranking, review};
use crate::assist::draft;
use crate::domain::{Exercise, Message, Owner};
use crate::llm::Role;

/// Asks for a role, or stops asking: the same key again takes it back.
pub(super) fn ask(model: &mut Model, role: Role, sending: Sending, effects: &mut Vec<Effect>) {
    if let Some(asking) = model.asking.take() {
        effects.push(Effect::StopAsking);
        say(model, Tone::Warn, Message::new("llm-cancelled"));
        if asking.errand.role() == role {
            return;
        }
    }
    if role == Role::Draft
        && sending == Sending::AskFirst
        && let Some(form) = model.drafted.take()
    {
        library::open_form(model, *form, effects);
        return;
    }
    let Some((errand, question)) = question(model, role) else { return };
    let (owner, who) = trainee(model);
    let ticket = model.ticket();
    model.asking = Some(Asking { ticket, errand });
    let to_ask = ToAsk { question, owner, who, lang: model.lang, sending };
    effects.push(Effect::Ask(ticket, Box::new(to_ask)));
}

fn question(model: &Model, role: Role) -> Option<(Errand, Question)> {
    match role {
        Role::Draft => {
            let asked = ranking::asked(model)?;
            let outline = outline(model, &asked)?;
            Some((Errand::Exercise(Box::new(outline)), Question::Exercise(Box::new(asked))))
        }
        Role::Parse => match model.overlays.last() {
            Some(Overlay::Review(review)) => {
                let draft = Box::new(review.draft.clone());
                Some((Errand::Rows(review.id.clone()), Question::Rows(draft)))
            }
            _ => None,
        },
        Role::Intent => {
            let asked = ranking::asked(model)?;
            let query = asked.request.query.clone();
            Some((Errand::Request(query), Question::Request(Box::new(asked))))
        }
        Role::Generate | Role::Structure | Role::Rerank => None,
    }
}

/// The exercise as far as the plan says anything about it.
fn outline(model: &Model, asked: &Asked) -> Option<Exercise> {
    let suggestions = model.suggest.answer.as_ref()?;
    let query = &asked.request.query;
    Some(draft::outline(draft::Wish { pack: &asked.pack, suggestions, query, lang: model.lang }))
}

fn trainee(model: &Model) -> (Owner, String) {
    match (&model.trainee, &model.open) {
        (Some(trainee), _) => (trainee.who.owner(), trainee.who.name().to_owned()),
        (None, Some(open)) => (open.unit.owner.clone(), String::new()),
        (None, None) => (Owner::Nobody, String::new()),
    }
}

/// A line about an answer under way. Over the panes the log is out of sight, so it is also told
/// in the hint line.
pub(super) fn says(model: &mut Model, ticket: Ticket, text: Message) {
    if is_asked(model, ticket) {
        say(model, Tone::Plain, text);
    }
}

fn say(model: &mut Model, tone: Tone, text: Message) {
    if !model.overlays.is_empty() {
        model.tell(tone, text.clone());
    }
    model.log.say(tone, None, text);
}

fn is_asked(model: &Model, ticket: Ticket) -> bool {
    model.asking.as_ref().is_some_and(|asking| asking.ticket == ticket)
}

fn take(model: &mut Model, ticket: Ticket) -> Option<Errand> {
    model.asking.take_if(|asking| asking.ticket == ticket).map(|asking| asking.errand)
}

/// The answer is there.
pub(super) fn answered(
    model: &mut Model,
    ticket: Ticket,
    answer: Answered,
    effects: &mut Vec<Effect>,
) {
    match (take(model, ticket), answer) {
        (Some(Errand::Exercise(_)), Answered::Exercise(exercise, by)) => {
            let done = Message::new("draft-done").with("name", exercise.name.clone());
            model.log.say(Tone::Good, None, done);
            offer(model, ExerciseForm::drafted(&exercise, by, model.lang), effects);
        }
        (Some(Errand::Rows(import)), Answered::Rows(rows)) => {
            let count = review::advised(model, &import, &rows, effects);
            let done = Message::new("advice-done").with("rows", count);
            model.log.say(Tone::Good, None, done.clone());
            model.tell(Tone::Good, done);
        }
        (Some(Errand::Request(query)), Answered::Request(parsed))
            if query == model.suggest.query =>
        {
            model.suggest.take_meaning(*parsed);
            model.log.say(Tone::Good, None, Message::new("meaning-done"));
        }
        _ => {}
    }
}

/// Opens a form on a draft; while the coach does something else it waits for the key that asked
/// for it.
fn offer(model: &mut Model, form: ExerciseForm, effects: &mut Vec<Effect>) {
    if model.overlays.is_empty() && model.entry.is_none() {
        library::open_form(model, form, effects);
    } else {
        model.drafted = Some(Box::new(form));
        model.tell(Tone::Good, Message::new("draft-waits"));
    }
}

/// What would be sent is there: to be read, or to be agreed to.
pub(super) fn would_send(model: &mut Model, ticket: Ticket, sent: WouldSend) {
    if take(model, ticket).is_some() {
        model.notice = None;
        let page = Page::new(Topic::WouldSend(Box::new(sent)));
        model.overlays.push(Overlay::Page(Box::new(page)));
    }
}

/// Nobody is asked, for the coach said so, or no answer came: what can be done without is done.
pub(super) fn without(model: &mut Model, ticket: Ticket, effects: &mut Vec<Effect>) {
    if let Some(Errand::Exercise(outline)) = take(model, ticket) {
        offer(model, ExerciseForm::outlined(&outline, model.lang), effects);
    }
}

/// Stops asking for what is no longer there: a review that was left.
pub(super) fn settle(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Asking { errand: Errand::Rows(import), .. }) = &model.asking else { return };
    let there = model
        .overlays
        .iter()
        .any(|overlay| matches!(overlay, Overlay::Review(review) if review.id == *import));
    if !there {
        model.asking = None;
        effects.push(Effect::StopAsking);
        model.log.say(Tone::Warn, None, Message::new("llm-cancelled"));
    }
}
