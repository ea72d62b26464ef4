//! The row under the cursor: what of its line became what, and what else it may be.

use super::names::{candidate_name, meaning_of};
use crate::app::import::{ReviewPane, Teach};
use crate::domain::Message;
use crate::import::{Mark, Row};
use crate::language::columns;
use crate::library::Library;
use crate::notation;
use crate::view::pen::{Pen, hundredths};
use crate::view::theme::Meaning;

/// Alternatives that are shown.
const ALTERNATIVES: usize = 6;

/// Draws the foot of a review.
pub(super) fn draw(review: &ReviewPane, library: Option<&Library>, pen: &mut Pen<'_>) {
    if pen.height() == 0 {
        return;
    }
    pen.fill(0, 0, "─", Meaning::Dim);
    let line = review.line();
    if let Some(line) = line {
        let number = pen.text(&Message::new("import-line").with("line", line));
        pen.put_right(0, &format!(" {number} "), Meaning::Dim);
    }
    let Some(row) = review.row() else {
        ignored(review, line, pen);
        return;
    };
    let group = row.group.as_deref().map(|group| format!("{group} ")).unwrap_or_default();
    let dose = notation::print(&row.prescription, pen.lang());
    let end = pen.put(1, 0, &format!(" {group}{} ", row.name), Meaning::Title);
    pen.put(end + 1, 0, &format!(" {dose} "), Meaning::Value);
    // the text with its parts, the alternatives, and at the end who learns from it
    let tall = pen.height() > 5;
    let first = if tall {
        pen.put(1, 1, review.text_of(row.line), Meaning::Plain);
        parts(review.text_of(row.line), row, pen);
        3
    } else {
        1
    };
    let lines = pen.height().saturating_sub(first + usize::from(tall));
    alternatives(row, library, (first, lines), pen);
    if tall {
        taught(review, pen);
    }
}

fn ignored(review: &ReviewPane, line: Option<usize>, pen: &mut Pen<'_>) {
    let text = line.map_or("", |line| review.text_of(line));
    pen.put(1, 1, text, Meaning::Dim);
    if line.is_some() {
        let help = pen.say("import-ignored-help");
        pen.put(1, 2, &help, Meaning::Plain);
    }
}

/// Under the text, what became of each part: the colours of the list in words.
fn parts(text: &str, row: &Row, pen: &mut Pen<'_>) {
    for mark in &row.marks {
        let start: String = text.chars().take(mark.from).collect();
        let part: String = text.chars().skip(mark.from).take(mark.to - mark.from).collect();
        let label = label(mark, columns(part.trim_end()), pen);
        pen.put(1 + columns(&start), 2, &label, meaning_of(mark.role));
    }
}

/// `└name──┘` below a part, as wide as the part.
fn label(mark: &Mark, width: usize, pen: &Pen<'_>) -> String {
    let role = pen.text(&Message { id: format!("role-{}", mark.role).into(), args: Vec::new() });
    match width {
        0 => String::new(),
        1 => "╵".to_owned(),
        2 => "└┘".to_owned(),
        _ => {
            let room = width - 2;
            let word: String = role.chars().take(room).collect();
            let rest = room.saturating_sub(columns(&word));
            format!("└{word}{}┘", "─".repeat(rest))
        }
    }
}

fn alternatives(
    row: &Row,
    library: Option<&Library>,
    (first, lines): (usize, usize),
    pen: &mut Pen<'_>,
) {
    if row.candidates.is_empty() {
        let text = pen.say("import-no-alternative");
        pen.put(2, first, &text, Meaning::Dim);
        return;
    }
    let lines = lines.max(1);
    let wide = pen.width() / 2;
    for (at, candidate) in row.candidates.iter().take(ALTERNATIVES).enumerate() {
        // two columns, so that they fit above the hints
        let (line, column) = (first + at % lines, (at / lines) * wide);
        let area = pen.area();
        let right = if column == 0 { wide.saturating_sub(1) } else { pen.width() };
        let area = ratatui::layout::Rect { width: right as u16, ..area };
        let mut pen = pen.within(area);
        let end = pen.put(column + 2, line, &format!("{} ", at + 1), Meaning::Key);
        let number = hundredths(f64::from(candidate.confidence), pen.lang());
        let end = pen.put(end, line, &format!("{number} "), Meaning::Dim);
        let name = candidate_name(candidate, library, pen.lang()).to_owned();
        pen.put(end, line, &name, Meaning::Plain);
    }
}

/// Who will know this name from now on.
fn taught(review: &ReviewPane, pen: &mut Pen<'_>) {
    let text = match review.teaching() {
        Some(Teach::Coach) => "import-teach-coach",
        Some(Teach::Club) => "import-teach-club",
        Some(Teach::Nobody) => "import-teach-nobody",
        None => return,
    };
    let text = pen.say(text);
    let line = pen.height() - 1;
    pen.put(1, line, &text, Meaning::Good);
}
