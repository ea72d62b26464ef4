//! The lines of a review: only those on the screen are looked at.

use ratatui::layout::Rect;

use super::names::{meaning_of, name_of, standing};
use super::place;
use crate::app::Model;
use crate::app::import::{Line, ReviewPane, Shown};
use crate::assist::parse;
use crate::domain::Message;
use crate::import::{Row, Verdict};
use crate::language::columns;
use crate::library::Library;
use crate::notation;
use crate::view::pen::{Pen, hundredths};
use crate::view::theme::Meaning;

/// Narrower than this, only what became of the text is shown, not the text beside it.
const BESIDE: usize = 60;

/// Draws the lines in sight.
pub(super) fn draw(
    model: &Model,
    review: &ReviewPane,
    library: Option<&Library>,
    pen: &mut Pen<'_>,
) {
    let beside = pen.width() >= BESIDE;
    let left = if beside { pen.width() * 9 / 20 } else { 0 };
    let column = if beside { left + 1 } else { 0 };
    let here = review.outline.stops.get(review.cursor).copied();
    let height = pen.height();
    let shown = review.outline.shown.iter().enumerate().skip(review.scroll).take(height);
    for (screen, (at, shown)) in shown.enumerate() {
        let here = here == Some(at);
        if beside && !matches!(shown, Shown::Day(_)) {
            pen.put(left, screen, "│", Meaning::Dim);
        }
        match *shown {
            Shown::Day(day) => day_line(model, review, day, screen, pen),
            Shown::Row(number, first) => {
                let Some(row) = review.row_at(number) else { continue };
                if beside && first {
                    source_line(pen, screen, left, review.text_of(row.line), row);
                }
                let name = name_of(row, library, pen.lang());
                understood(pen, screen, column, row, &name, here);
            }
            Shown::Line(line, what) => {
                let text = review.text_of(line);
                silent(pen, screen, (left, column), text, (what, here));
            }
        }
    }
}

fn day_line(model: &Model, review: &ReviewPane, day: usize, screen: usize, pen: &mut Pen<'_>) {
    let Some(place) = review.places.get(day) else { return };
    pen.fill(0, screen, "─", Meaning::Dim);
    let title = if place.title.is_empty() { pen.say("import-no-day") } else { place.title.clone() };
    let end = pen.put(1, screen, &format!(" {title} "), Meaning::Title);
    let to = format!(" → {} ", place::words(model, place, pen));
    let start = pen.width().saturating_sub(columns(&to) + 1).max(end + 1);
    pen.put(start, screen, &to, Meaning::Value);
}

/// A line without a row.
fn silent(
    pen: &mut Pen<'_>,
    screen: usize,
    (left, column): (usize, usize),
    text: &str,
    (what, here): (Line, bool),
) {
    if text.trim().is_empty() {
        return;
    }
    let meaning = if what == Line::Title { Meaning::Title } else { Meaning::Dim };
    let beside = left > 0;
    if beside {
        let area = pen.area();
        pen.within(Rect { width: left as u16, ..area }).put(0, screen, text, meaning);
    }
    let text = match what {
        Line::Ignored if beside => pen.say("import-line-ignored"),
        Line::Silent if beside => String::new(),
        Line::Title | Line::Ignored | Line::Silent => text.trim().to_owned(),
    };
    let sign = if what == Line::Ignored { "· " } else { "  " };
    let end = pen.put(column + 1, screen, &format!("{sign}{text}"), meaning);
    if here {
        pen.put(column, screen, "▌", Meaning::Focus);
        pen.mark(column + 3, screen, end.saturating_sub(column + 3).max(1), Meaning::Cursor);
    }
}

/// A line of the text, with what became of its parts.
fn source_line(pen: &mut Pen<'_>, screen: usize, width: usize, text: &str, row: &Row) {
    let area = pen.area();
    let mut pen = pen.within(Rect { width: width as u16, ..area });
    // what became of nothing steps back
    pen.put(0, screen, text, if row.marks.is_empty() { Meaning::Plain } else { Meaning::Dim });
    for mark in &row.marks {
        let start: String = text.chars().take(mark.from).collect();
        let part: String = text.chars().skip(mark.from).take(mark.to - mark.from).collect();
        pen.put(columns(&start), screen, &part, meaning_of(mark.role));
    }
}

fn by_model(row: &Row) -> bool {
    row.marks.iter().any(|mark| mark.role == parse::ROLE)
}

/// What a line became.
fn understood(pen: &mut Pen<'_>, screen: usize, column: usize, row: &Row, name: &str, here: bool) {
    let (sign, meaning) = standing(row);
    if here {
        pen.put(column, screen, "▌", Meaning::Focus);
    }
    let end = pen.put(column + 1, screen, sign, meaning);
    let end = match (&row.verdict, row.candidates.first()) {
        (Verdict::Open, Some(candidate)) => {
            let number = hundredths(f64::from(candidate.confidence), pen.lang());
            // a star where a model had a say; the foot says so in words
            let star = if by_model(row) { "*" } else { "" };
            pen.put(end + 1, screen, &format!("{number}{star}"), meaning)
        }
        _ => end,
    };
    let dose = notation::print(&row.prescription, pen.lang());
    let group = row.group.as_deref().map(|group| format!("{group} ")).unwrap_or_default();
    let name = format!("{group}{name}");
    let room = pen.width().saturating_sub(end + 1);
    let dose_room = room.saturating_sub(columns(&name).min(room * 3 / 5) + 1);
    let start = pen.width() - columns(&dose).min(dose_room);
    let area = pen.area();
    let ignored = row.verdict == Verdict::Ignored;
    pen.within(Rect { width: start.saturating_sub(1) as u16, ..area }).put(
        end + 1,
        screen,
        &name,
        if ignored { Meaning::Dim } else { Meaning::Plain },
    );
    let dose = if ignored { pen.text(&Message::new("import-row-ignored")) } else { dose };
    let start = if ignored { pen.width().saturating_sub(columns(&dose)) } else { start };
    pen.put(start, screen, &dose, if ignored { Meaning::Dim } else { Meaning::Value });
    if here {
        let width = columns(&name).min(start.saturating_sub(end + 2));
        pen.mark(end + 1, screen, width, Meaning::Cursor);
    }
}
