//! Commands of the form that starts a generation, and asking before a model is told of people.

use super::super::effect::{Effect, Sending, Ticket, Who};
use super::super::generate::{Direction, FormField, FormPane, models};
use super::super::log::Tone;
use super::super::model::Waiting;
use super::super::{Code, Key, Lines, Model, Overlay, Pane};
use crate::domain::{Message, ProgramId};
use crate::generation::{EngineKind, Request};

/// Opens the form for whoever the desk is for.
pub(super) fn open(model: &mut Model) {
    let nobody = Who::Nobody;
    let who = model.trainee.as_ref().map_or(&nobody, |trainee| &trainee.who);
    let past = model.trainee.as_ref().map_or(&[][..], |trainee| &trainee.recent);
    let form = FormPane::new(who, past, model.today);
    show(model, form);
}

/// Opens the form for another version of a program.
pub(super) fn again(model: &mut Model, request: &Request, of: ProgramId) {
    let form = FormPane::again(request, of, model.today);
    show(model, form);
}

fn show(model: &mut Model, mut form: FormPane) {
    let named = form.models.pop();
    form.models = model.llm.as_deref().map(models).unwrap_or_default();
    form.model =
        named.and_then(|it| form.models.iter().position(|known| *known == it)).unwrap_or(0);
    if let Some(settings) = &model.llm
        && form.version_of.is_none()
    {
        form.steps = settings.steps;
    }
    model.overlays.push(Overlay::Form(Box::new(form)));
    reckon(model);
}

/// Reckons anew what it will take.
fn reckon(model: &mut Model) {
    let (Some(Overlay::Form(form)), Some(shelf)) = (model.overlays.last_mut(), &model.shelf) else {
        return;
    };
    form.reckon(&shelf.library, model.llm.as_deref());
}

/// Moves in the form on top.
pub(super) fn step(model: &mut Model, lines: isize) {
    if let Some(Overlay::Form(form)) = model.overlays.last_mut() {
        form.step(lines);
    }
}

/// Changes the value under the cursor; in the coach's own words the key moves the cursor.
pub(super) fn change(model: &mut Model, way: Direction, key: Key) {
    if let Some(Overlay::Form(form)) = model.overlays.last_mut() {
        if form.field() == FormField::Wish {
            form.wish.press(key, Lines::One);
            return;
        }
        form.change(way);
    }
    reckon(model);
}

/// A key that is no command is typed into the value under the cursor.
pub(super) fn type_key(model: &mut Model, key: Key) {
    if let Some(Overlay::Form(form)) = model.overlays.last_mut() {
        if form.field() == FormField::Wish {
            form.wish.press(key, Lines::One);
            return;
        }
        match key.code {
            Code::Char(sign) => {
                if let Some(digit) = sign.to_digit(10) {
                    form.type_digit(u64::from(digit));
                }
            }
            Code::Backspace => form.untype(),
            _ => {}
        }
    }
    reckon(model);
}

/// Pasted text goes into the coach's own words.
pub(super) fn paste(model: &mut Model, text: &str) {
    match model.overlays.last_mut() {
        Some(Overlay::Form(form)) if form.field() == FormField::Wish => {
            form.wish.paste(text, Lines::One);
        }
        _ => model.tell(Tone::Warn, Message::new("notice-paste-elsewhere")),
    }
}

/// Starts what the form asks for, once it is known that a model may be told.
pub(super) fn start(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Form(form)) = model.overlays.last() else { return };
    let request = Box::new(form.request());
    if request.engine == EngineKind::Llm && model.llm.is_none() {
        model.tell(Tone::Warn, Message::new("form-no-model"));
        return;
    }
    model.overlays.pop();
    match request.engine {
        EngineKind::Builtin => begin(model, request, effects),
        EngineKind::Llm => ask(model, request, Sending::AskFirst, effects),
    }
}

fn ask(model: &mut Model, request: Box<Request>, sending: Sending, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    model.starting = Some(Waiting { ticket, request: request.clone() });
    effects.push(Effect::AskToGenerate(ticket, request, sending));
}

/// The coach has said whether a model may be told.
pub(super) fn decide(model: &mut Model, sending: Sending, effects: &mut Vec<Effect>) {
    if let Some(Waiting { request, .. }) = model.starting.take() {
        ask(model, request, sending, effects);
    }
}

/// A model may be told: the generation begins.
pub(super) fn may(model: &mut Model, ticket: Ticket, effects: &mut Vec<Effect>) {
    if let Some(Waiting { request, .. }) = model.starting.take_if(|it| it.ticket == ticket) {
        begin(model, request, effects);
    }
}

fn begin(model: &mut Model, request: Box<Request>, effects: &mut Vec<Effect>) {
    let id = model.ids.job();
    model.focus = Pane::Log;
    model.log.follow();
    model.tell(Tone::Plain, Message::new("notice-generation-started"));
    effects.push(Effect::Generate(request, id));
}
