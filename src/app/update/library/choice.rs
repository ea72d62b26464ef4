//! Commands of a list that values are picked from.

use super::super::super::choice::ChoicePane;
use super::super::super::effect::Effect;
use super::super::super::library::take_choice;
use super::super::super::{Code, Key, Model, Overlay};
use super::super::{frameworks, people};

/// Changes the list on top.
pub(super) fn with(model: &mut Model, change: impl FnOnce(&mut ChoicePane)) {
    if let Some(Overlay::Choice(choice)) = model.overlays.last_mut() {
        change(choice);
    }
}

/// Letters look for a value.
pub(super) fn type_key(model: &mut Model, key: Key) {
    with(model, |choice| {
        let mut typed = choice.typed.clone();
        match (key.typed(), key.code) {
            (Some(sign), _) => typed.push(sign),
            (None, Code::Backspace) => {
                typed.pop();
            }
            _ => return,
        }
        choice.type_in(typed);
    });
}

/// A digit: the alternative of equipment, the weight in tenths, a count; where nothing is numbered,
/// it looks for a value as letters do.
pub(super) fn number(model: &mut Model, key: Key) {
    let numbered = match model.overlays.last() {
        Some(Overlay::Choice(choice)) => choice.mode.is_numbered(),
        _ => return,
    };
    if !numbered {
        return type_key(model, key);
    }
    let digit = key.typed().and_then(|sign| sign.to_digit(10));
    if let Some(digit) = digit.and_then(|digit| u8::try_from(digit).ok()) {
        with(model, |choice| choice.number(digit));
    }
}

/// Takes what is picked into the form.
pub(super) fn done(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Choice(mut choice)) = model.overlays.pop() else { return };
    choice.settle();
    match model.overlays.last_mut() {
        Some(Overlay::Exercise(form)) => take_choice(&choice, form),
        Some(Overlay::Frameworks(_)) => frameworks::picked(model, &choice, effects),
        Some(Overlay::Person(_)) => people::take_choice(model, &choice),
        _ => {}
    }
}
