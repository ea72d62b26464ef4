//! The text before it is read: typed, pasted, out of a file, or left from last time.

use std::sync::Arc;

use super::super::super::effect::{Effect, Ticket};
use super::super::super::entry::Purpose;
use super::super::super::import::{Begun, Desk, KeptText, ReviewPane, SourcePane};
use super::super::super::log::Tone;
use super::super::super::model::Reading;
use super::super::super::{Field, Lines, Model, Overlay};
use super::{line, lines};
use crate::domain::{Explain, Message};
use crate::import::Draft;

/// Opens the text to import; what was begun before comes back.
pub(in crate::app::update) fn open_source(model: &mut Model, effects: &mut Vec<Effect>) {
    let pane = SourcePane { id: model.ids.job(), source: String::new(), field: Field::default() };
    model.overlays.push(Overlay::Source(Box::new(pane)));
    let ticket = model.ticket();
    model.begun = Some(ticket);
    effects.push(Effect::FetchDraft(ticket));
}

/// The import that was begun, if there was one and nothing was typed meanwhile.
pub(in crate::app::update) fn offer(model: &mut Model, ticket: Ticket, begun: Option<Begun>) {
    if model.begun != Some(ticket) {
        return;
    }
    model.begun = None;
    let (Some(Overlay::Source(source)), Some(begun)) = (model.overlays.last_mut(), begun) else {
        return;
    };
    if !source.field.is_empty() {
        return;
    }
    if let Some((draft, decisions)) = begun.review {
        model.overlays.pop();
        let desk = (model.today, desk(model));
        let review = ReviewPane::new(begun.id, begun.source, begun.text, draft, desk);
        push(model, review.resumed(decisions));
        model.tell(Tone::Plain, Message::new("notice-review-back"));
    } else {
        source.id = begun.id;
        source.source = begun.source;
        source.field = Field::new(&begun.text);
        model.tell(Tone::Plain, Message::new("notice-draft-back"));
    }
}

/// A text pasted over the panes is a new import.
pub(in crate::app::update) fn paste(model: &mut Model, text: &str, effects: &mut Vec<Effect>) {
    let id = model.ids.job();
    read(model, KeptText { id, source: String::new(), text: Arc::from(text) }, effects);
}

/// Reads a text; it is kept until it was inserted or replaced.
pub(in crate::app::update) fn read(model: &mut Model, text: KeptText, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    let count = text.text.lines().count();
    let line = Message::new("log-reading").with("count", count);
    if count > LONG {
        model.log.say(Tone::Plain, None, line);
    }
    model.tell(Tone::Plain, Message::new("notice-reading"));
    effects.push(Effect::KeepText(Box::new(text.clone())));
    effects.push(Effect::ReadText(ticket, text.text.clone()));
    model.reading = Some(Reading { ticket, text });
}

/// Longer texts, in lines, are worth a line in the log.
const LONG: usize = 1_000;

/// Reads the text that was typed.
pub(in crate::app::update) fn read_source(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Source(source)) = model.overlays.last() else { return };
    let text = source.field.text();
    if text.trim().is_empty() {
        model.tell(Tone::Warn, Message::new("notice-no-workout"));
        return;
    }
    let text =
        KeptText { id: source.id.clone(), source: source.source.clone(), text: Arc::from(text) };
    read(model, text, effects);
}

/// Leaves the text; it is kept. A reading that goes on is given up.
pub(in crate::app::update) fn close_source(model: &mut Model, effects: &mut Vec<Effect>) {
    model.reading = None;
    if let Some(Overlay::Source(source)) = model.overlays.pop() {
        let SourcePane { id, source, field } = *source;
        let text = field.text();
        if text.trim().is_empty() {
            effects.push(Effect::DropImport(id));
        } else {
            model.tell(Tone::Plain, Message::new("notice-draft-kept"));
            let text = Arc::from(text);
            effects.push(Effect::KeepText(Box::new(KeptText { id, source, text })));
        }
    }
}

/// Opens the line for the path of a file or folder to import.
pub(in crate::app::update) fn open_path(model: &mut Model) {
    line::open(model, Purpose::ImportPath, "");
}

/// A file that was read: into the text, where that is open and empty, else straight to the review.
pub(in crate::app::update) fn file(
    model: &mut Model,
    ticket: Ticket,
    (name, text): (String, String),
    effects: &mut Vec<Effect>,
) {
    if model.begun != Some(ticket) {
        return;
    }
    model.begun = None;
    let id = match model.overlays.last_mut() {
        Some(Overlay::Source(source)) if !source.field.is_empty() => {
            // what was typed so far is not thrown away
            source.field.paste(&text, Lines::Many);
            return;
        }
        Some(Overlay::Source(source)) => source.id.clone(),
        _ => model.ids.job(),
    };
    read(model, KeptText { id, source: name, text: Arc::from(text) }, effects);
}

/// Shows what was understood.
pub(in crate::app::update) fn show(
    model: &mut Model,
    ticket: Ticket,
    draft: Draft,
    effects: &mut Vec<Effect>,
) {
    let text = match model.reading.take() {
        Some(reading) if reading.ticket == ticket => reading.text,
        other => {
            model.reading = other;
            return;
        }
    };
    let removed = draft.removed;
    let empty = draft.rows().next().is_none();
    for refused in &draft.refused {
        model.log.say(Tone::Warn, None, refused.message());
    }
    let refused = draft.refused.first().map(Explain::message);
    if matches!(model.overlays.last(), Some(Overlay::Source(_))) {
        model.overlays.pop();
    }
    if draft.lines.len() > LONG {
        let rows = draft.rows().count();
        model.log.say(Tone::Good, None, Message::new("log-read").with("count", rows));
    }
    let desk = desk(model);
    let KeptText { id, source, text } = text;
    let review = ReviewPane::new(id, source, text, draft, (model.today, desk));
    model.notice = None;
    push(model, review);
    super::keep(model, effects);
    if removed > 0 {
        model.tell(Tone::Warn, Message::new("notice-removed-signs").with("count", removed));
    }
    if let Some(why) = refused {
        model.tell(Tone::Warn, why);
    } else if empty {
        model.tell(Tone::Warn, Message::new("notice-no-workout"));
    }
}

fn desk(model: &Model) -> Desk {
    if model.open.is_some() { Desk::Unit } else { Desk::Empty }
}

fn push(model: &mut Model, mut review: ReviewPane) {
    review.keep_visible(lines(model));
    model.overlays.push(Overlay::Review(Box::new(review)));
}

/// Goes back to the text, for changing it.
pub(in crate::app::update) fn back_to_source(model: &mut Model) {
    if let Some(Overlay::Review(review)) = model.overlays.pop() {
        let field = Field::new(&review.text);
        let pane = SourcePane { id: review.id, source: review.source, field };
        model.overlays.push(Overlay::Source(Box::new(pane)));
    }
}

/// Leaves the preview, or the review; the text is kept with every decision.
pub(in crate::app::update) fn close(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(Overlay::Review(review)) = model.overlays.last_mut()
        && review.preview.take().is_some()
    {
        return;
    }
    super::keep(model, effects);
    model.overlays.pop();
    model.rereading = None;
    model.tell(Tone::Plain, Message::new("notice-review-kept"));
}
