//! From the frameworks to the desk: the plan of a unit, the parts of a combination, and a unit
//! planned by a slot.

use super::super::super::aside::{self, Home};
use super::super::super::effect::Effect;
use super::super::super::frameworks::FrameworksPane;
use super::super::super::log::Tone;
use super::super::super::plan::Motion;
use super::super::super::{Model, Overlay};
use super::super::{edits, template};
use crate::domain::{Bilingual, ExerciseId, Message, Owner};

/// Lays the plan of the unit that is meant on the desk.
pub(super) fn plan(model: &mut Model) {
    let Some(card) = model.frameworks().and_then(FrameworksPane::card) else { return };
    let Some(slot) = model.frameworks().and_then(FrameworksPane::slot) else {
        model.tell(Tone::Warn, Message::new("why-not-no-slot"));
        return;
    };
    let (id, slot, framework) = (slot.id.clone(), slot.clone(), card.framework.clone());
    let unit = aside::plan_of(&framework.id, &slot, &mut model.ids);
    let seen = aside::asking(&framework, &id);
    template::lay(model, Home::Slot(id), unit, Some(seen));
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
    template::lay(model, Home::Form, unit, None);
    // a part is chosen for what it adds to the one before
    if let Some(open) = &model.open {
        model.plan.go(&open.unit, Motion::Last);
    }
    model.tell(Tone::Plain, Message::new("frame-parts-open"));
}

/// Plans a unit by the slot that is meant, for whoever is on the desk, and opens it.
pub(super) fn unit(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(card) = model.frameworks().and_then(FrameworksPane::card) else { return };
    let Some(slot) = model.frameworks().and_then(FrameworksPane::slot).cloned() else {
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
