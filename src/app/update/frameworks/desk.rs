//! Templates on the desk: laid there, kept with every change, and taken away again.

use super::super::super::aside::{self, Aside, Home};
use super::super::super::effect::{Effect, Reply, Trainee, Who};
use super::super::super::frameworks::FrameworksPane;
use super::super::super::log::Tone;
use super::super::super::open::OpenUnit;
use super::super::super::plan::Motion;
use super::super::super::{Model, Overlay, Pane};
use super::super::{edits, replies};
use super::{change, pane};
use crate::domain::{Bilingual, ExerciseId, Framework, FrameworkId, Message, Owner, Unit};

/// Lays the plan of the unit that is meant on the desk.
pub(super) fn plan(model: &mut Model) {
    let Some(card) = pane(model).and_then(FrameworksPane::card) else { return };
    let Some(slot) = pane(model).and_then(FrameworksPane::slot) else {
        model.tell(Tone::Warn, Message::new("why-not-no-slot"));
        return;
    };
    let (id, slot, framework) = (slot.id.clone(), slot.clone(), card.framework.clone());
    let unit = aside::plan_of(&framework.id, &slot, &mut model.ids);
    let seen = aside::asking(&framework, &id);
    lay(model, Home::Slot(id), unit, Some(seen));
    model.tell(Tone::Plain, Message::new("frame-plan-open"));
}

/// Lays the parts of the combination in the form on the desk.
pub(in super::super) fn parts(model: &mut Model) {
    let Some(shelf) = model.shelf.clone() else { return };
    let Some(Overlay::Exercise(form)) = model.overlays.last() else { return };
    let name = |id: &ExerciseId| match shelf.library.get(id) {
        Some(exercise) => exercise.name.clone(),
        None => Bilingual::same(id.as_str()),
    };
    let mut unit = aside::unit_of_parts(&form.draft, &form.written_parts(), name, &mut model.ids);
    let title = form.names().into_iter().find(|name| !name.is_empty());
    unit.title = title.unwrap_or_default();
    lay(model, Home::Form, unit, None);
    // a part is chosen for what it adds to the one before
    if let Some(open) = &model.open {
        model.plan.go(&open.unit, Motion::Last);
    }
    model.tell(Tone::Plain, Message::new("frame-parts-open"));
}

fn lay(model: &mut Model, home: Home, unit: Unit, framework: Option<Framework>) {
    let trainee = Trainee { who: Who::Nobody, recent: Vec::new(), framework };
    let before = Aside {
        home,
        overlays: std::mem::take(&mut model.overlays),
        open: model.open.replace(OpenUnit::new(unit, 0, Vec::new(), Vec::new())),
        plan: std::mem::take(&mut model.plan),
        trainee: model.trainee.replace(trainee),
        late: Vec::new(),
    };
    model.aside = Some(Box::new(before));
    if let Some(open) = &model.open {
        model.plan.enter(&open.unit);
    }
    model.suggest.forget();
    model.focus = Pane::Plan;
    model.revision += 1;
}

/// Keeps what a template on the desk holds now; whether one lies there.
pub(in super::super) fn kept(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(aside) = &model.aside else { return false };
    let Home::Slot(id) = aside.home.clone() else {
        confirm(model);
        return true;
    };
    let blueprint = model.open.as_ref().and_then(|open| aside::blueprint(&open.unit));
    confirm(model);
    change(model, effects, |framework, _| {
        if let Some(slot) = framework.slots.iter_mut().find(|slot| slot.id == id) {
            slot.blueprint = blueprint;
        }
    });
    true
}

/// A template has no journal of its own: what was done is in the framework or in the form.
fn confirm(model: &mut Model) {
    if let Some(open) = &mut model.open {
        open.confirmed(0);
    }
}

/// Takes the template away; what waited lies on the desk again, and hears what came meanwhile.
pub(in super::super) fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(aside) = model.aside.take() else { return };
    let template = std::mem::replace(&mut model.open, aside.open);
    model.overlays = aside.overlays;
    model.plan = aside.plan;
    model.trainee = aside.trainee;
    model.suggest.forget();
    model.revision += 1;
    if let (Home::Form, Some(template)) = (aside.home, template)
        && let Some(Overlay::Exercise(form)) = model.overlays.last_mut()
    {
        form.take_parts(aside::parts_of(&template.unit));
    }
    for reply in aside.late {
        replies::take(model, reply, effects);
    }
    effects.extend(model.open.as_ref().map(|open| Effect::Refresh(open.unit.id.clone())));
}

/// Keeps a reply about the unit that waits until it is back.
pub(in super::super) fn wait(model: &mut Model, reply: Reply) -> Option<Reply> {
    let Some(aside) = &mut model.aside else { return Some(reply) };
    match reply {
        Reply::Saved(..)
        | Reply::Conflict(_)
        | Reply::Refreshed(_)
        | Reply::Unit(..)
        | Reply::Owner(..)
        | Reply::UnitMade(_) => {
            aside.late.push(reply);
            None
        }
        // the unit is read again when it is back
        Reply::Changed => None,
        reply => Some(reply),
    }
}

/// A framework goes on under another id: so does the template of one of its units.
pub(super) fn moved(model: &mut Model, from: &FrameworkId, to: &FrameworkId) {
    if model.aside.is_none() {
        return;
    }
    if let Some((framework, _)) = model.open.as_mut().and_then(|open| open.unit.slot.as_mut())
        && framework == from
    {
        *framework = to.clone();
    }
    if let Some(framework) = model.trainee.as_mut().and_then(|it| it.framework.as_mut())
        && framework.id == *from
    {
        framework.id = to.clone();
    }
}

/// Plans a unit by the slot that is meant, for whoever is on the desk, and opens it.
pub(super) fn unit(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(card) = pane(model).and_then(FrameworksPane::card) else { return };
    let Some(slot) = pane(model).and_then(FrameworksPane::slot).cloned() else {
        model.tell(Tone::Warn, Message::new("why-not-no-slot"));
        return;
    };
    let framework = card.framework.id.clone();
    let owner = model.trainee.as_ref().map_or(Owner::Nobody, |trainee| trainee.who.owner());
    let mut unit = aside::unit_by(&framework, &slot, owner, &mut model.ids);
    let usual = model.trainee.as_ref().and_then(|trainee| trainee.who.minutes());
    unit.minutes = unit.minutes.or(usual);
    unit.date = Some(model.today);
    let title = unit.title.clone();
    model.overlays.retain(|overlay| !matches!(overlay, Overlay::Frameworks(_)));
    model.tell(Tone::Good, Message::new("notice-unit-created").with("title", title));
    edits::create_unit(model, unit, effects);
}
