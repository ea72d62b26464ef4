//! Puts what was reviewed into the plan, as one step to undo, and ends the review once nothing is
//! left to go anywhere.

use super::super::super::effect::{Effect, Ticket};
use super::super::super::import::{Ending, Placing, To};
use super::super::super::log::Tone;
use super::super::super::plan::Line;
use super::super::super::{Model, Overlay};
use super::super::edits;
use super::place::title;
use super::{keep, on_top};
use crate::domain::{Message, Owner, PlanEdit, Section, Unit, UnitId};
use crate::import::{DraftSection, insertion};

/// How much of a review goes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app::update) enum Share {
    /// Every day.
    All,
    /// The day under the cursor.
    Day,
}

/// Puts everything that was not left out where it goes.
pub(in crate::app::update) fn insert(model: &mut Model, share: Share, effects: &mut Vec<Effect>) {
    let Some(review) = on_top(model) else { return };
    let Some(shelf) = model.shelf.clone() else {
        model.tell(Tone::Warn, Message::new("why-not-loading"));
        return;
    };
    let only = review.place();
    let wanted: Vec<usize> = review
        .places
        .iter()
        .enumerate()
        .filter(|(at, place)| share == Share::All || only == Some(*at) && place.to.goes())
        .filter(|(_, place)| place.to.goes() && review.going(place) > 0)
        .map(|(at, _)| at)
        .collect();
    let count: usize =
        wanted.iter().filter_map(|at| review.places.get(*at)).map(|it| review.going(it)).sum();
    if wanted.is_empty() {
        model.tell(Tone::Warn, Message::new("notice-nothing-to-insert"));
        return;
    }
    let places = review.places.clone();
    let sections = review.draft.sections.clone();
    let owner = model.trainee.as_ref().map_or(Owner::Nobody, |trainee| trainee.who.owner());
    let mut placings = Vec::new();
    let mut units: Vec<UnitId> = Vec::new();
    let mut on_desk: Vec<DraftSection> = Vec::new();
    for at in &wanted {
        let Some(place) = places.get(*at) else { continue };
        let day = sections.iter().filter(|it| it.day.as_ref().map(|day| day.n) == place.day);
        let mut unit = Unit::new(model.ids.unit(), title(place, model.lang), owner.clone());
        let build = |unit: &Unit, model: &mut Model| {
            insertion(day.clone(), unit, None, &shelf.library, &mut model.ids)
        };
        match &place.to {
            To::Desk => on_desk.extend(day.cloned()),
            To::New(date) => {
                unit.date = *date;
                unit.minutes = model.trainee.as_ref().and_then(|it| it.who.minutes());
                let edit = build(&unit, model);
                if edit.is_some_and(|edit| edit.apply(&mut unit).is_ok()) {
                    units.push(unit.id.clone());
                    placings.push(Placing::New(Box::new(unit)));
                }
            }
            To::Unit(id, _) => {
                let sections = build(&unit, model).map(sections_of).unwrap_or_default();
                units.push(id.clone());
                placings.push(Placing::Into(id.clone(), sections));
            }
            To::Out | To::Done => {}
        }
    }
    if !on_desk.is_empty() && !into_desk(model, &on_desk, effects) {
        return;
    }
    units.extend(model.open.as_ref().filter(|_| !on_desk.is_empty()).map(|it| it.unit.id.clone()));
    let created = placings.len();
    if !placings.is_empty() {
        let ticket = model.ticket();
        model.opening = Some(ticket);
        effects.push(Effect::Place(ticket, placings));
    }
    let lessons = finish(model, &wanted, &units, effects);
    let text = if created > 0 { "notice-inserted-units" } else { "notice-inserted" };
    let text =
        Message::new(text).with("count", count).with("units", created).with("lessons", lessons);
    model.log.say(Tone::Good, None, text.clone());
    model.tell(Tone::Good, text);
}

/// Notes which days are in; ends the review when nothing else goes anywhere. How many names it
/// taught.
fn finish(
    model: &mut Model,
    wanted: &[usize],
    units: &[UnitId],
    effects: &mut Vec<Effect>,
) -> usize {
    let Some(Overlay::Review(review)) = model.overlays.last_mut() else { return 0 };
    review.units.extend_from_slice(units);
    for at in wanted {
        if let Some(place) = review.places.get_mut(*at) {
            place.to = To::Done;
        }
    }
    let left = review.places.iter().any(|place| place.to.goes() && review.going(place) > 0);
    if left {
        review.forget_steps();
        keep(model, effects);
        return 0;
    }
    let Some(Overlay::Review(review)) = model.overlays.pop() else { return 0 };
    let lessons = review.lessons();
    let count = lessons.len();
    let ending = Ending { id: review.id, draft: review.draft, lessons, units: review.units };
    effects.push(Effect::EndImport(Box::new(ending)));
    count
}

/// Into the unit on the desk, behind the section of the cursor.
fn into_desk(model: &mut Model, sections: &[DraftSection], effects: &mut Vec<Effect>) -> bool {
    let (Some(open), Some(shelf)) = (&model.open, model.shelf.clone()) else { return false };
    let after = model.plan.cursor.as_ref().map(Line::section);
    let edit = insertion(sections, &open.unit, after, &shelf.library, &mut model.ids);
    let Some(edit) = edit else { return false };
    let first = first_section(&edit);
    let made = edits::make(model, edit, effects);
    if made {
        model.plan.cursor = first;
    }
    made
}

fn sections_of(edit: PlanEdit) -> Vec<Section> {
    match edit {
        PlanEdit::Batch { edits } => edits.into_iter().flat_map(sections_of).collect(),
        PlanEdit::InsertSection { section, .. } => vec![*section],
        _ => Vec::new(),
    }
}

fn first_section(edit: &PlanEdit) -> Option<Line> {
    match edit {
        PlanEdit::Batch { edits } => edits.iter().find_map(first_section),
        PlanEdit::InsertSection { section, .. } => Some(Line::Section(section.id.clone())),
        _ => None,
    }
}

/// The units are there; the first one is opened. Undo takes the new ones away again.
pub(in crate::app::update) fn placed(
    model: &mut Model,
    ticket: Ticket,
    (new, all): (Vec<UnitId>, &[UnitId]),
    effects: &mut Vec<Effect>,
) {
    if model.opening != Some(ticket) {
        return;
    }
    model.opening = None;
    model.brought = new;
    model.before_import = model.open.as_ref().map(|open| open.unit.id.clone());
    if let Some(first) = all.first() {
        edits::open_unit(model, first.clone(), effects);
    }
}
