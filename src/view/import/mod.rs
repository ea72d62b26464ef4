//! The import: the text, and the review with the text at the left and what became of it at the
//! right, line by line.

mod detail;
mod list;
mod names;
mod place;
mod preview;

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use super::theme::Meaning;
use crate::app::import::{ReviewPane, SourcePane};
use crate::app::{Model, review_foot};
use crate::domain::Message;
use crate::language::columns;

/// Draws the text to import.
pub(super) fn source(source: &SourcePane, mut pen: Pen<'_>) {
    pen.clear();
    let title = pen.say("import-source-title");
    let end = pen.heading(&title, true);
    if !source.source.is_empty() {
        pen.put(end + 1, 0, &format!(" {} ", source.source), Meaning::Dim);
    }
    let below = pen.below(1);
    if source.field.is_empty() {
        let help = pen.say("import-source-help");
        pen.put(2, 2, &help, Meaning::Dim);
        let file = pen.say("import-source-file");
        pen.put(2, 3, &file, Meaning::Dim);
    }
    let field =
        Rect { x: below.x + 1.min(below.width), width: below.width.saturating_sub(1), ..below };
    source.field.area().render(field, pen.frame());
}

/// Draws the review.
pub(super) fn review(model: &Model, review: &ReviewPane, mut pen: Pen<'_>) {
    pen.clear();
    head(model, review, &mut pen);
    let area = pen.below(1);
    if let Some(preview) = &review.preview {
        preview::draw(model, review, preview, &mut pen.within(area));
        return;
    }
    let foot = review_foot(pen.area().height).min(area.height);
    let list = Rect { height: area.height - foot, ..area };
    let library = model.shelf.as_ref().map(|shelf| &*shelf.library);
    list::draw(model, review, library, &mut pen.within(list));
    let foot = Rect { y: list.y + list.height, height: foot, ..area };
    detail::draw(review, library, &mut pen.within(foot));
}

/// Counts per band, and where it all goes.
fn head(model: &Model, review: &ReviewPane, pen: &mut Pen<'_>) {
    let title = pen.say("import-review-title");
    let end = pen.heading(&title, true);
    let counts = review.counts;
    let counts = pen.text(
        &Message::new("import-counts")
            .with("high", counts.high)
            .with("medium", counts.medium)
            .with("low", counts.low)
            .with("unmatched", counts.unmatched)
            .with("ignored", counts.ignored),
    );
    let end = pen.put(end + 1, 0, &format!(" {counts} "), Meaning::Plain);
    let into = match review.places.as_slice() {
        [] => return,
        [only] => place::words(model, only, pen),
        several => pen.text(&Message::new("import-days").with("count", several.len())),
    };
    let into = format!(" {into} ");
    if end + columns(&into) < pen.width() {
        pen.put_right(0, &into, Meaning::Value);
    }
}
