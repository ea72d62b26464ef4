//! Templates on the desk: laid there, kept with every change, taken away again. What they are made
//! of stands in `app::aside`.

use super::super::aside::{self, Aside, Home};
use super::super::effect::{Effect, Reply, Trainee, Who};
use super::super::frameworks::FrameworkEffect;
use super::super::open::OpenUnit;
use super::super::{Model, Overlay, Pane};
use crate::domain::{Framework, FrameworkId, Unit};

/// Lays a template on the desk; what lay there waits.
pub(super) fn lay(model: &mut Model, home: Home, unit: Unit, framework: Option<Framework>) {
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
pub(super) fn kept(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
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

/// Takes the template away; what waited lies on the desk again. What came back about it meanwhile,
/// to be heard now.
#[must_use]
pub(super) fn leave(model: &mut Model) -> Vec<Reply> {
    let Some(aside) = model.aside.take() else { return Vec::new() };
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
    aside.late
}

/// Keeps a reply about the unit that waits until it is back.
pub(super) fn wait(model: &mut Model, reply: Reply) -> Option<Reply> {
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

/// Changes the framework that is looked at, and keeps it.
pub(super) fn change(
    model: &mut Model,
    effects: &mut Vec<Effect>,
    change: impl FnOnce(&mut Framework, Option<usize>),
) {
    let Some(pane) = model.frameworks_mut() else { return };
    let slot = pane.slot_at();
    let written = pane.card_mut().and_then(|card| card.change(|framework| change(framework, slot)));
    if let Some(effect) = written {
        push(effects, effect);
    }
}

/// Asks for something to be done with frameworks.
pub(super) fn push(effects: &mut Vec<Effect>, effect: FrameworkEffect) {
    effects.push(Effect::Frameworks(Box::new(effect)));
}
