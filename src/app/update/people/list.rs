//! Commands of the list of groups and athletes.

use super::super::super::effect::{Effect, Ticket};
use super::super::super::log::Tone;
use super::super::super::people::{
    Card, FrameworkCard, PeopleEffect, PeoplePane, Person, PersonKind, Saving,
};
use super::super::super::plan::PlanPane;
use super::super::super::suggest::SuggestPane;
use super::super::super::{Code, Key, Model, Overlay};
use super::ask;
use crate::domain::Message;

/// Lines of the screen that are no people: heading, search.
pub(super) const AROUND: usize = 3;

/// Changes the list on top.
pub(super) fn with(model: &mut Model, change: impl FnOnce(&mut PeoplePane)) {
    if let Some(Overlay::People(pane)) = model.overlays.last_mut() {
        change(pane);
    }
}

/// Opens the list; it fills when the store answers.
pub(in super::super) fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    model.overlays.push(Overlay::People(Box::new(PeoplePane::asking(ticket))));
    ask(effects, PeopleEffect::List(ticket));
}

/// A coach who has nobody to plan for begins with the list: it says how to begin.
pub(in super::super) fn begin(model: &mut Model, effects: &mut Vec<Effect>) {
    if std::mem::take(&mut model.onboarding.is_alone) && model.overlays.is_empty() {
        open(model, effects);
    }
}

/// Asks for the list anew, if it is open.
pub(super) fn renew(model: &mut Model, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    if let Some(Overlay::People(pane)) = model.overlays.last_mut() {
        pane.asked = Some(ticket);
        ask(effects, PeopleEffect::List(ticket));
    }
}

/// Fills the list; the first time, the cursor goes to whoever the desk is for.
pub(super) fn fill(
    model: &mut Model,
    ticket: Ticket,
    cards: Vec<Card>,
    frameworks: Vec<FrameworkCard>,
) {
    let desk = model.trainee.as_ref().map(|trainee| trainee.who.owner());
    let pane = model.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::People(pane) => Some(pane),
        _ => None,
    });
    let Some(pane) = pane.filter(|pane| pane.asked == Some(ticket)) else { return };
    pane.asked = None;
    let before = match pane.chosen() {
        Some(card) => Some(card.person.id().to_owned()),
        None => cards
            .iter()
            .find(|card| Some(card.person.owner()) == desk)
            .map(|card| card.person.id().to_owned()),
    };
    (pane.cards, pane.frameworks) = (cards, frameworks);
    if let Some(id) = before {
        pane.go_to(&id);
    }
}

/// Moves the cursor by lines or pages.
pub(super) fn step(model: &mut Model, key: Key, lines: isize) {
    let rows = isize::try_from(model.regions().body.height).unwrap_or(1) - 3;
    let page = matches!(key.code, Code::PageUp | Code::PageDown);
    with(model, |pane| pane.step(if page { lines * rows.max(1) } else { lines }));
}

/// Whoever the cursor is on.
pub(super) fn chosen(model: &Model) -> Option<Person> {
    match model.overlays.last() {
        Some(Overlay::People(pane)) => pane.chosen().map(|card| card.person.clone()),
        _ => None,
    }
}

/// Clears the desk for whoever the cursor is on.
pub(super) fn choose(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(person) = chosen(model) {
        model.overlays.pop();
        turn_to(model, &person, effects);
    }
}

/// Fetches somebody for the desk.
pub(super) fn turn_to(model: &mut Model, person: &Person, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    model.opening = Some(ticket);
    effects.push(Effect::OpenOwner(ticket, person.owner()));
}

/// The desk is for somebody nothing is planned for.
pub(in super::super) fn clear_desk(model: &mut Model, effects: &mut Vec<Effect>) {
    model.open = None;
    model.plan = PlanPane::default();
    model.suggest = SuggestPane::default();
    model.revision += 1;
    effects.push(Effect::Remember(Box::new(model.place())));
}

/// Takes whoever the cursor is on out of the list.
pub(super) fn archive(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(person) = chosen(model) {
        let ticket = model.ticket();
        ask(effects, PeopleEffect::Archive(ticket, Box::new(person)));
    }
}

/// Somebody is out of the list.
pub(super) fn archived(model: &mut Model, _: Ticket, person: Person, effects: &mut Vec<Effect>) {
    model.tell(Tone::Good, Message::new("people-archived").with("name", person.name()));
    with(model, |pane| pane.gone = Some(person));
    renew(model, effects);
}

/// Puts whoever was archived last back.
pub(super) fn put_back(model: &mut Model, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    with(model, |pane| {
        if let Some(person) = pane.gone.take() {
            let saving = Saving { person, consent: None };
            ask(effects, PeopleEffect::Save(ticket, Box::new(saving)));
        }
    });
}

/// What a form of one kind needs from the list it was opened from.
pub(super) fn frameworks(model: &Model, kind: PersonKind) -> Vec<FrameworkCard> {
    match (kind, model.overlays.last()) {
        (PersonKind::Group, Some(Overlay::People(pane))) => pane.frameworks.clone(),
        _ => Vec::new(),
    }
}
