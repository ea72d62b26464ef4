//! Commands of the form that starts a generation.

use super::super::effect::{Effect, Who};
use super::super::generate::FormPane;
use super::super::log::Tone;
use super::super::{Model, Overlay, Pane};
use crate::domain::Message;

/// Changes the form on top.
pub(super) fn with(model: &mut Model, change: impl FnOnce(&mut FormPane)) {
    if let Some(Overlay::Form(form)) = model.overlays.last_mut() {
        change(form);
    }
}

/// Starts what the form asks for and shows the log.
pub(super) fn start(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Form(form)) = model.overlays.last() else { return };
    let request = Box::new(form.request());
    model.overlays.pop();
    let id = model.ids.job();
    model.focus = Pane::Log;
    model.log.follow();
    model.tell(Tone::Plain, Message::new("notice-generation-started"));
    effects.push(Effect::Generate(request, id));
}

/// Opens the form for whoever the desk is for.
pub(super) fn open(model: &mut Model) {
    let nobody = Who::Nobody;
    let who = model.trainee.as_ref().map_or(&nobody, |trainee| &trainee.who);
    let past = model.trainee.as_ref().map_or(&[][..], |trainee| &trainee.recent);
    let form = FormPane::new(who, past, model.today);
    model.overlays.push(Overlay::Form(Box::new(form)));
}
