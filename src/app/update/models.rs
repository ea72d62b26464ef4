//! Asking a model for another order of the suggestions, and what comes back.

use super::super::effect::{Effect, Sending, Ticket, ToRank};
use super::super::log::Tone;
use super::super::models::WouldSend;
use super::super::page::{Page, Topic};
use super::super::{Model, Overlay};
use super::{asking, form, ranking};
use crate::domain::{Message, Owner};
use crate::llm::Role;
use crate::retrieval::Suggestions;

/// Asks for another order, or stops asking: the same key again takes it back.
pub(super) fn rerank(model: &mut Model, sending: Sending, effects: &mut Vec<Effect>) {
    if model.suggest.reranking.take().is_some() {
        effects.push(Effect::StopRerank);
        model.log.say(Tone::Warn, None, Message::new("llm-cancelled"));
        return;
    }
    let Some(asked) = ranking::asked(model) else { return };
    let Some(open) = &model.open else { return };
    let owner = open.unit.owner.clone();
    let to_rank = ToRank { asked, owner, lang: model.lang, sending };
    let ticket = model.ticket();
    model.suggest.reranking = Some(ticket);
    effects.push(Effect::Rerank(ticket, Box::new(to_rank)));
}

/// The coach read what would be sent and decided.
pub(super) fn decide(model: &mut Model, sending: Sending, effects: &mut Vec<Effect>) {
    let role = match model.overlays.last() {
        Some(Overlay::Page(page)) => match &page.topic {
            Topic::WouldSend(sent) if sent.asks_for.is_some() => sent.role,
            _ => return,
        },
        _ => return,
    };
    model.overlays.pop();
    match role {
        Role::Rerank => rerank(model, sending, effects),
        Role::Generate => form::decide(model, sending, effects),
        _ => asking::ask(model, role, sending, effects),
    }
}

/// A line about an answer under way.
pub(super) fn says(model: &mut Model, ticket: Ticket, text: Message) {
    if model.suggest.reranking == Some(ticket) {
        model.log.say(Tone::Plain, None, text);
    } else {
        asking::says(model, ticket, text);
    }
}

/// The new order is there.
pub(super) fn reranked(model: &mut Model, ticket: Ticket, answer: Suggestions) {
    if model.suggest.reranking != Some(ticket) {
        return;
    }
    model.suggest.take(answer);
    model.suggest.reranking = None;
    model.suggest.by_model = true;
    let done = Message::new("rerank-done");
    model.log.say(Tone::Good, None, done.clone());
    model.tell(Tone::Good, done);
}

/// What would be sent is there: to be read, or to be agreed to.
pub(super) fn would_send(model: &mut Model, ticket: Ticket, sent: WouldSend) {
    let starts = model.starting.as_ref().is_some_and(|waiting| waiting.ticket == ticket);
    if starts || model.suggest.reranking == Some(ticket) {
        model.suggest.reranking.take_if(|wanted| *wanted == ticket);
        let page = Page::new(Topic::WouldSend(Box::new(sent)));
        model.overlays.push(Overlay::Page(Box::new(page)));
    } else {
        asking::would_send(model, ticket, sent);
    }
}

/// Nobody wants the answer any more: the coach refused for good.
pub(super) fn refused(model: &mut Model, ticket: Ticket, owner: &Owner, effects: &mut Vec<Effect>) {
    model.suggest.reranking.take_if(|wanted| *wanted == ticket);
    model.starting.take_if(|waiting| waiting.ticket == ticket);
    let name = model
        .trainee
        .as_ref()
        .filter(|trainee| trainee.who.owner() == *owner)
        .map_or(String::new(), |trainee| trainee.who.name().to_owned());
    model.tell(Tone::Good, Message::new("rerank-never").with("who", name));
    asking::without(model, ticket, effects);
}
