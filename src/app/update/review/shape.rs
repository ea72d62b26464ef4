//! Lines that are to be read otherwise: one split into several, two joined, an ignored one taken
//! in. The reading is done outside; what comes back stands in for what was there.

use super::super::super::effect::{Effect, Ticket};
use super::super::super::entry::Purpose;
use super::super::super::import::{ReviewPane, Span};
use super::super::super::log::Tone;
use super::super::super::model::Rereading;
use super::super::super::{Model, Overlay};
use super::{keep, line, lines, on_top};
use crate::domain::Message;
use crate::import::Row;

/// What coaches put between two exercises of a line, the plainest first.
const BETWEEN: [&str; 9] = [" + ", "; ", " & ", " und ", " and ", " dann ", " then ", " / ", ", "];

/// What parts are told apart by in the line being typed.
const BAR: char = '|';

/// Opens the line under the cursor to be split, with a guess where.
pub(in crate::app::update) fn split(model: &mut Model) {
    let Some(review) = on_top(model) else { return };
    let Some(line) = review.line() else { return };
    let text = review.text_of(line).trim();
    let guess = BETWEEN.iter().find(|between| text.contains(*between));
    let text = match guess {
        Some(between) => text.replace(between, " | "),
        None => format!("{text} | "),
    };
    line::open(model, Purpose::RowSplit(line), &text);
}

/// Reads the parts of a split line.
pub(in crate::app::update) fn split_text(
    model: &mut Model,
    line: usize,
    text: &str,
    effects: &mut Vec<Effect>,
) {
    let parts: Vec<&str> = text.split(BAR).map(str::trim).filter(|part| !part.is_empty()).collect();
    reread(model, Span { line, with: None, row: None }, &parts.join("\n"), effects);
}

/// Joins the line under the cursor with the next one.
pub(in crate::app::update) fn join(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(review) = on_top(model) else { return };
    let Some((line, next)) = review.line().zip(review.next_line()) else {
        model.tell(Tone::Plain, Message::new("why-not-no-next-line"));
        return;
    };
    let text = format!("{} {}", review.text_of(line).trim(), review.text_of(next).trim());
    reread(model, Span { line, with: Some(next), row: None }, &text, effects);
}

/// Takes an ignored line in.
pub(super) fn take_in(model: &mut Model, line: usize, effects: &mut Vec<Effect>) {
    let Some(review) = on_top(model) else { return };
    let text = review.text_of(line).trim().to_owned();
    reread(model, Span { line, with: None, row: None }, &text, effects);
}

/// Has lines read for a span.
pub(in crate::app::update) fn reread(
    model: &mut Model,
    span: Span,
    text: &str,
    effects: &mut Vec<Effect>,
) {
    let Some(import) = on_top(model).map(|review| review.id.clone()) else { return };
    let ticket = model.ticket();
    model.rereading = Some(Rereading { ticket, import, span });
    effects.push(Effect::ReadRows(ticket, text.into()));
}

/// Puts the rows that were read in their place.
pub(in crate::app::update) fn rows(
    model: &mut Model,
    ticket: Ticket,
    rows: Vec<Row>,
    effects: &mut Vec<Effect>,
) {
    let Some(Rereading { import, span, .. }) =
        model.rereading.take_if(|waiting| waiting.ticket == ticket)
    else {
        return;
    };
    let lines = lines(model);
    // the list of exercises may lie over the review meanwhile
    let review = model.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Review(review) if review.id == import => Some(review),
        _ => None,
    });
    if let Some(review) = review {
        ReviewPane::replace(review, span, rows);
        review.keep_visible(lines);
    }
    keep(model, effects);
}
