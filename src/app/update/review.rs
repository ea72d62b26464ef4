//! Commands of the import: the text, reading it, the review, the insertion.

use std::sync::Arc;

use super::super::effect::{Effect, Ticket};
use super::super::entry::Purpose;
use super::super::generate::Direction;
use super::super::import::{ReviewPane, SourcePane};
use super::super::log::Tone;
use super::super::plan::Line;
use super::super::{Code, Field, Key, Model, Overlay};
use super::{edits, entry};
use crate::domain::Message;
use crate::import::{Draft, Verdict};
use crate::language::Catalogue;
use crate::notation;

/// Lines the source text of a review has below it: counts and the row's alternatives.
pub(super) const FOOT: u16 = 5;

/// Opens the text to import; what was begun before comes back.
pub(super) fn open_source(model: &mut Model, effects: &mut Vec<Effect>) {
    model.overlays.push(Overlay::Source(Box::default()));
    let ticket = model.ticket();
    model.opening = Some(ticket);
    effects.push(Effect::FetchDraft(ticket));
}

/// The text of an import that was begun, if there was one and nothing was typed meanwhile.
pub(super) fn offer(model: &mut Model, ticket: Ticket, text: Option<String>) {
    if model.opening != Some(ticket) {
        return;
    }
    model.opening = None;
    if let (Some(Overlay::Source(source)), Some(text)) = (model.overlays.last_mut(), text)
        && source.field.is_empty()
    {
        source.field = Field::new(&text);
        model.tell(Tone::Plain, Message::new("notice-draft-back"));
    }
}

/// Reads a pasted text; it is kept until it was inserted or replaced.
pub(super) fn read(model: &mut Model, text: &str, effects: &mut Vec<Effect>) {
    let text: Arc<str> = Arc::from(text);
    let ticket = model.ticket();
    model.reading = Some((ticket, text.clone()));
    model.tell(Tone::Plain, Message::new("notice-reading"));
    effects.push(Effect::KeepDraft(Some(text.clone())));
    effects.push(Effect::ReadText(ticket, text));
}

/// Reads the text that was typed.
pub(super) fn read_source(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Source(source)) = model.overlays.last() else { return };
    let text = source.field.text();
    if text.trim().is_empty() {
        model.tell(Tone::Warn, Message::new("notice-no-workout"));
        return;
    }
    read(model, &text, effects);
}

/// Leaves the text; it is kept.
pub(super) fn close_source(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(Overlay::Source(source)) = model.overlays.pop() {
        let text = source.field.text();
        if !text.trim().is_empty() {
            model.tell(Tone::Plain, Message::new("notice-draft-kept"));
        }
        effects.push(Effect::KeepDraft(Some(Arc::from(text))));
    }
}

/// Shows what was understood.
pub(super) fn show(model: &mut Model, ticket: Ticket, draft: Draft) {
    let text = match model.reading.take() {
        Some((wanted, text)) if wanted == ticket => text,
        other => {
            model.reading = other;
            return;
        }
    };
    let removed = draft.removed;
    let empty = draft.rows().next().is_none();
    if matches!(model.overlays.last(), Some(Overlay::Source(_))) {
        model.overlays.pop();
    }
    let mut review = ReviewPane::new(text, draft);
    review.keep_visible(lines(model));
    model.notice = None;
    model.overlays.push(Overlay::Review(Box::new(review)));
    if removed > 0 {
        model.tell(Tone::Warn, Message::new("notice-removed-signs").with("count", removed));
    }
    if empty {
        model.tell(Tone::Warn, Message::new("notice-no-workout"));
    }
}

fn lines(model: &Model) -> usize {
    usize::from(model.regions().body.height.saturating_sub(1 + FOOT))
}

fn with(model: &mut Model, change: impl FnOnce(&mut ReviewPane)) {
    let lines = lines(model);
    if let Some(Overlay::Review(review)) = model.overlays.last_mut() {
        change(review);
        review.keep_visible(lines);
    }
}

/// Moves the cursor.
pub(super) fn step(model: &mut Model, rows: isize) {
    with(model, |review| review.step(rows));
}

/// Jumps to the next doubtful row.
pub(super) fn doubtful(model: &mut Model, way: Direction) {
    let mut found = true;
    with(model, |review| found = review.doubtful(way));
    if !found {
        model.tell(Tone::Good, Message::new("notice-no-more-doubt"));
    }
}

/// Chooses an alternative by its number and goes on to the next doubtful row.
pub(super) fn choose(model: &mut Model, key: Key) {
    let Code::Char(sign) = key.code else { return };
    let number = sign.to_digit(10).unwrap_or(0) as usize;
    let mut chosen = false;
    with(model, |review| {
        chosen = review.choose(number);
        if chosen {
            review.doubtful(Direction::More);
        }
    });
    if !chosen {
        let text = Message::new("notice-alternative-missing").with("number", number);
        model.tell(Tone::Warn, text);
    }
}

/// Leaves the row out, or takes it back in.
pub(super) fn ignore(model: &mut Model) {
    with(model, ReviewPane::ignore);
}

/// Confirms the row as it was understood and goes on to the next doubtful one.
pub(super) fn confirm(model: &mut Model) {
    with(model, |review| {
        review.confirm();
        review.doubtful(Direction::More);
    });
}

/// Opens the line for the prescription of the row.
pub(super) fn dose(model: &mut Model) {
    let Some(Overlay::Review(review)) = model.overlays.last() else { return };
    let cursor = review.cursor;
    let text = review.row().map(|row| notation::print(&row.prescription, model.lang));
    if let Some(text) = text {
        entry::open(model, Purpose::RowDose(cursor), &text);
    }
}

/// Puts everything that was not left out into the plan, as one step to undo.
pub(super) fn insert(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Review(review)) = model.overlays.last() else { return };
    let Some(shelf) = model.shelf.clone() else { return };
    let draft = review.draft.clone();
    let count = draft.rows().filter(|row| row.verdict != Verdict::Ignored).count();
    if model.open.is_none() {
        insert_into_new_unit(model, &draft, effects);
        return;
    }
    let Some(open) = &model.open else { return };
    let after = model.plan.cursor.as_ref().map(Line::section);
    match draft.edit(&open.unit, after, &shelf.library, &mut model.ids) {
        Some(edit) => {
            let first = first_section(&edit);
            model.overlays.pop();
            if edits::make(model, edit, effects) {
                model.plan.cursor = first;
                effects.push(Effect::KeepDraft(None));
                model.tell(Tone::Good, Message::new("notice-inserted").with("count", count));
            }
        }
        None => model.tell(Tone::Warn, Message::new("notice-nothing-to-insert")),
    }
}

/// Without an open unit the import makes one.
fn insert_into_new_unit(model: &mut Model, draft: &Draft, effects: &mut Vec<Effect>) {
    let Some(shelf) = model.shelf.clone() else { return };
    let owner =
        model.trainee.as_ref().map_or(crate::domain::Owner::Nobody, |trainee| trainee.who.owner());
    let title = Catalogue::load(model.lang).say("unit-import-title");
    let mut unit = crate::domain::Unit::new(model.ids.unit(), title, owner);
    unit.date = Some(model.today);
    let edit = draft.edit(&unit, None, &shelf.library, &mut model.ids);
    if edit.and_then(|edit| edit.apply(&mut unit).ok()).is_some() {
        model.overlays.pop();
        effects.push(Effect::KeepDraft(None));
        edits::create_unit(model, unit, effects);
    } else {
        model.tell(Tone::Warn, Message::new("notice-nothing-to-insert"));
    }
}

fn first_section(edit: &crate::domain::PlanEdit) -> Option<Line> {
    match edit {
        crate::domain::PlanEdit::Batch { edits } => edits.iter().find_map(first_section),
        crate::domain::PlanEdit::InsertSection { section, .. } => {
            Some(Line::Section(section.id.clone()))
        }
        _ => None,
    }
}

/// Goes back to the text, for changing it.
pub(super) fn back_to_source(model: &mut Model) {
    if let Some(Overlay::Review(review)) = model.overlays.pop() {
        let field = Field::new(&review.text);
        model.overlays.push(Overlay::Source(Box::new(SourcePane { field })));
    }
}

/// Leaves the review; the text is kept.
pub(super) fn close(model: &mut Model) {
    model.overlays.pop();
    model.tell(Tone::Plain, Message::new("notice-draft-kept"));
}
