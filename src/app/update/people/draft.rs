//! The program that is drafted for a new athlete, in the background: it begins once the athlete is
//! saved, and whatever becomes of it, the athlete stays.

use super::super::super::effect::Effect;
use super::super::super::log::Tone;
use super::super::super::people::{PeopleEffect, Person};
use super::super::super::{Model, Pane};
use super::ask;
use crate::config::AfterOnboarding;
use crate::domain::{JobId, Message};

/// How a draft came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Ended {
    /// The program is there.
    Well,
    /// It is not.
    Badly,
}

/// Begins a draft for somebody new, or says what is missing for one.
pub(super) fn begin(model: &mut Model, person: Person, effects: &mut Vec<Effect>) {
    let Person::Athlete(athlete) = person else { return };
    if model.onboarding.draft == AfterOnboarding::Off {
        return;
    }
    if !athlete.profile.missing().is_empty() {
        let line = Message::new("onboarding-incomplete").with("name", athlete.name.as_str());
        model.log.say(Tone::Warn, None, line);
        return;
    }
    let id = model.ids.job();
    model.drafts.push((id.clone(), athlete.name.clone()));
    model.focus = Pane::Log;
    model.log.back = 0;
    let line = Message::new("onboarding-begins").with("name", athlete.name.as_str());
    model.log.say(Tone::Plain, Some(id.clone()), line);
    ask(effects, PeopleEffect::Draft(id, Box::new(athlete)));
}

/// A job has ended; if it was a draft, what to do next is said.
pub(in super::super) fn ended(model: &mut Model, id: &JobId, how: Ended) {
    let Some(at) = model.drafts.iter().position(|(job, _)| job == id) else { return };
    let (id, name) = model.drafts.remove(at);
    let (tone, line) = match how {
        Ended::Well => (Tone::Good, "onboarding-done"),
        Ended::Badly => (Tone::Warn, "onboarding-failed"),
    };
    let line = Message::new(line).with("name", name);
    model.log.say(tone, Some(id), line);
}
