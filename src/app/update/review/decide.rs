//! Moving through the rows of a review and deciding about them.

use super::super::super::effect::Effect;
use super::super::super::entry::Purpose;
use super::super::super::generate::Direction;
use super::super::super::import::{ReviewPane, Teach};
use super::super::super::log::Tone;
use super::super::super::page::{Page, Topic};
use super::super::super::{Code, Key, Model, Overlay};
use super::{keep, line, lines, on_top, shape, with};
use crate::domain::Message;
use crate::import::Row;
use crate::notation;

/// Moves the cursor, or scrolls the preview.
pub(in crate::app::update) fn step(model: &mut Model, stops: isize) {
    with(model, |review| match &mut review.preview {
        Some(preview) => {
            let last = preview.lines.len().saturating_sub(1);
            preview.scroll = preview.scroll.saturating_add_signed(stops).min(last);
        }
        None => review.step(stops),
    });
}

/// Moves the cursor by whole screens, or to an end.
pub(in crate::app::update) fn jump(model: &mut Model, key: Key) {
    let page = isize::try_from(lines(model)).unwrap_or(1).max(2) - 1;
    let stops = match key.code {
        Code::PageUp => -page,
        Code::PageDown => page,
        Code::Home => isize::MIN,
        _ => isize::MAX,
    };
    step(model, stops);
}

/// Jumps to the next doubtful row.
pub(in crate::app::update) fn doubtful(model: &mut Model, way: Direction) {
    let mut found = true;
    with(model, |review| found = review.doubtful(way));
    if !found {
        model.tell(Tone::Good, Message::new("notice-no-more-doubt"));
    }
}

/// Decides about the row under the cursor, keeps that, and goes on to the next doubtful row.
fn decide(model: &mut Model, effects: &mut Vec<Effect>, decision: impl FnOnce(&mut ReviewPane)) {
    let mut left = true;
    with(model, |review| {
        decision(review);
        left = review.doubtful(Direction::More);
    });
    decided(model, effects);
    if !left {
        model.tell(Tone::Good, Message::new("notice-all-decided"));
    }
}

/// Keeps what was decided.
pub(in crate::app::update) fn decided(model: &Model, effects: &mut Vec<Effect>) {
    keep(model, effects);
}

/// Chooses an alternative by its number.
pub(in crate::app::update) fn choose(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let Code::Char(sign) = key.code else { return };
    let number = sign.to_digit(10).unwrap_or(0) as usize;
    let there = on_top(model)
        .and_then(ReviewPane::row)
        .is_some_and(|row| number >= 1 && row.candidates.len() >= number);
    if there {
        decide(model, effects, |review| {
            review.choose(number);
        });
    } else {
        let text = Message::new("notice-alternative-missing").with("number", number);
        model.tell(Tone::Warn, text);
    }
}

/// Confirms the row as it was understood.
pub(in crate::app::update) fn confirm(model: &mut Model, effects: &mut Vec<Effect>) {
    decide(model, effects, ReviewPane::confirm);
}

/// Lets the row go in as it is written.
pub(in crate::app::update) fn free_line(model: &mut Model, effects: &mut Vec<Effect>) {
    decide(model, effects, ReviewPane::free_line);
}

/// Leaves the row out, or takes it back in; an ignored line is read as a row.
pub(in crate::app::update) fn ignore(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(line) = on_top(model).and_then(ReviewPane::ignored_line) {
        shape::take_in(model, line, effects);
        return;
    }
    with(model, |review| {
        let doubtful = review.row().is_some_and(Row::is_doubtful);
        review.ignore();
        // a doubt that is settled leads to the next one, anything else to the next row
        if !(doubtful && review.doubtful(Direction::More)) {
            review.step(1);
        }
    });
    keep(model, effects);
}

/// Gives every row of this name the same exercise and prescription.
pub(in crate::app::update) fn same(model: &mut Model, effects: &mut Vec<Effect>) {
    let mut count = 0;
    with(model, |review| count = review.same_for_all());
    keep(model, effects);
    model.tell(Tone::Plain, Message::new("notice-same-rows").with("count", count));
}

/// Teaches the name to the next one: the coach, the club, nobody.
pub(in crate::app::update) fn teach(model: &mut Model, effects: &mut Vec<Effect>) {
    let mut taught = None;
    with(model, |review| taught = review.teach_next());
    keep(model, effects);
    let text = match taught {
        Some(Teach::Coach) => "notice-teach-coach",
        Some(Teach::Club) => "notice-teach-club",
        Some(Teach::Nobody) => "notice-teach-nobody",
        None => "notice-teach-nothing",
    };
    model.tell(Tone::Plain, Message::new(text));
}

/// Opens the line for the prescription of the row.
pub(in crate::app::update) fn dose(model: &mut Model) {
    let Some(review) = on_top(model) else { return };
    let Some((number, row)) = review.number().zip(review.row()) else { return };
    let text = notation::print(&row.prescription, model.lang);
    line::open(model, Purpose::RowDose(number), &text);
}

/// Opens the line for the name of a new exercise.
pub(in crate::app::update) fn new_exercise(model: &mut Model) {
    let Some(review) = on_top(model) else { return };
    let Some((number, row)) = review.number().zip(review.row()) else { return };
    let text = row.name.clone();
    line::open(model, Purpose::RowExercise(number), &text);
}

/// Takes the last decision back.
pub(in crate::app::update) fn undo(model: &mut Model, effects: &mut Vec<Effect>) {
    let mut undone = false;
    with(model, |review| undone = review.take_back());
    if undone {
        keep(model, effects);
        model.tell(Tone::Plain, Message::new("notice-undone"));
    } else {
        model.tell(Tone::Plain, Message::new("why-not-undo"));
    }
}

/// Shows the units as they will be, or the rows again.
pub(in crate::app::update) fn preview(model: &mut Model) {
    let library = model.shelf.as_ref().map(|shelf| shelf.library.clone());
    let lang = model.lang;
    with(model, |review| {
        review.preview = match review.preview {
            Some(_) => None,
            None => Some(review.previewed(library.as_deref(), lang)),
        };
    });
}

/// Shows all keys.
pub(in crate::app::update) fn help(model: &mut Model) {
    model.overlays.push(Overlay::Page(Box::new(Page::new(Topic::Help))));
}
