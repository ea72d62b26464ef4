//! Commands of the log pane: looking for something, unfolding what a model wrote, copying, having a
//! week made again.

use std::collections::BTreeSet;

use super::super::effect::Effect;
use super::super::entry::{Entry, Purpose};
use super::super::log::Tone;
use super::super::page::{Page, Topic};
use super::super::{Command, Model, Overlay};
use super::offer;
use crate::domain::Message;
use crate::language::{Catalogue, clean};

/// Runs a command of the pane.
pub(super) fn run(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::LogUp => model.log.scroll(-1),
        Command::LogDown => model.log.scroll(1),
        Command::Follow => model.log.pause_or_follow(),
        Command::LogFind => {
            model.entry = Some(Entry::new(Purpose::LogFind, &model.log.wanted));
        }
        Command::LogOlder => step(model, true),
        Command::LogNewer => step(model, false),
        Command::OpenResult => open(model, effects),
        Command::LogRetry => retry(model),
        Command::LogCopy => {
            let text = model.log.current().map(|line| Catalogue::load(model.lang).text(&line.text));
            copy(text, effects);
        }
        Command::PageCopy => {
            let text = match model.overlays.last() {
                Some(Overlay::Page(page)) => match &page.topic {
                    Topic::Spoken(job, week) => model.log.text(job, *week).map(ToOwned::to_owned),
                    _ => None,
                },
                _ => None,
            };
            copy(text, effects);
        }
        _ => {}
    }
}

/// Looks for what was typed.
pub(super) fn find(model: &mut Model, wanted: &str) {
    if wanted.is_empty() {
        model.log.wanted.clear();
    } else if !model.log.search(wanted, model.lang) {
        model.tell(Tone::Warn, Message::new("log-not-found").with("text", wanted));
    }
}

fn step(model: &mut Model, older: bool) {
    if !model.log.find(older, model.lang) {
        let wanted = model.log.wanted.as_str();
        let text = Message::new("log-no-further").with("text", wanted);
        model.tell(Tone::Plain, text);
    }
}

/// Unfolds what was written for the week under the cursor; anywhere else opens the newest result.
fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some((job, week)) = model.log.current_week()
        && model.log.text(&job, week).is_some()
    {
        let page = Page::new(Topic::Spoken(job, week));
        model.overlays.push(Overlay::Page(Box::new(page)));
        return;
    }
    match model.log.result().cloned() {
        Some(job) => offer::open(model, job, effects),
        None => model.tell(Tone::Warn, Message::new("why-not-no-result")),
    }
}

/// Opens the line for what is to be different in the week under the cursor.
fn retry(model: &mut Model) {
    match model.log.current_week().filter(|(_, week)| *week > 0) {
        Some((job, week)) => {
            model.entry = Some(Entry::new(Purpose::Anew(job, BTreeSet::from([week])), ""));
        }
        None => model.tell(Tone::Warn, Message::new("why-not-no-week")),
    }
}

fn copy(text: Option<String>, effects: &mut Vec<Effect>) {
    // what a model wrote goes into other programs: nothing they could obey goes with it
    effects.extend(text.map(|text| Effect::Copy(clean(&text).text)));
}
