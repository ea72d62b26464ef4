//! The import: the text, and the review with the text at the left and what became of it at the
//! right, line by line.

use std::collections::BTreeMap;

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::{Pen, hundredths};
use super::theme::Meaning;
use crate::app::Model;
use crate::app::import::{ReviewPane, SourcePane};
use crate::domain::{Exercise, ExerciseId, Lang, Message};
use crate::import::{Row, Verdict};
use crate::language::columns;
use crate::library::Library;
use crate::matching::{Band, Candidate};
use crate::notation;

/// Lines below the text: a rule, then the row under the cursor with its alternatives.
const FOOT: usize = 5;

/// Narrower than this, only what became of the text is shown, not the text beside it.
const BESIDE: usize = 60;

/// Draws the text to import.
pub(super) fn source(source: &SourcePane, mut pen: Pen<'_>) {
    pen.clear();
    let title = pen.say("import-source-title");
    pen.heading(&title, true);
    let below = pen.below(1);
    if source.field.is_empty() {
        let help = pen.say("import-source-help");
        pen.put(2, 2, &help, Meaning::Dim);
    }
    let field =
        Rect { x: below.x + 1.min(below.width), width: below.width.saturating_sub(1), ..below };
    source.field.area().render(field, pen.frame());
}

/// Draws the review.
pub(super) fn review(model: &Model, review: &ReviewPane, mut pen: Pen<'_>) {
    pen.clear();
    head(model, review, &mut pen);
    let height = pen.height();
    let area = pen.below(1);
    let foot = FOOT.min(height.saturating_sub(2));
    let list = Rect { height: area.height.saturating_sub(foot as u16), ..area };
    let library = model.shelf.as_ref().map(|shelf| &*shelf.library);
    lines(review, library, &mut pen.within(list));
    let foot = Rect { y: list.y + list.height, height: foot as u16, ..area };
    detail(review, library, &mut pen.within(foot));
}

fn head(model: &Model, review: &ReviewPane, pen: &mut Pen<'_>) {
    let title = pen.say("import-review-title");
    let end = pen.heading(&title, true);
    let counts = review.draft.counts();
    let counts = pen.text(
        &Message::new("import-counts")
            .with("high", counts.high)
            .with("medium", counts.medium)
            .with("low", counts.low)
            .with("unmatched", counts.unmatched)
            .with("ignored", counts.ignored),
    );
    let end = pen.put(end + 1, 0, &format!(" {counts} "), Meaning::Plain);
    if let Some(open) = &model.open {
        let into = Message::new("import-into").with("title", open.unit.title.as_str());
        let into = format!(" {} ", pen.text(&into));
        if end + columns(&into) < pen.width() {
            pen.put_right(0, &into, Meaning::Dim);
        }
    }
}

fn lines(review: &ReviewPane, library: Option<&Library>, pen: &mut Pen<'_>) {
    let mut rows: BTreeMap<usize, Vec<(usize, &Row)>> = BTreeMap::new();
    for (at, row) in review.draft.rows().enumerate() {
        rows.entry(row.line).or_default().push((at, row));
    }
    let headings: BTreeMap<usize, &str> = review
        .draft
        .sections
        .iter()
        .filter_map(|section| {
            let line = section.rows.first()?.line;
            let title = section.title.trim();
            let found = (1..line).rev().find(|line| {
                review.draft.lines.get(line - 1).is_some_and(|text| text.contains(title))
            });
            (!title.is_empty()).then_some((found?, title))
        })
        .collect();
    let beside = pen.width() >= BESIDE;
    let left = if beside { pen.width() * 9 / 20 } else { 0 };
    let height = pen.height();
    for (screen, number) in (review.scroll + 1..=review.draft.lines.len()).take(height).enumerate()
    {
        let Some(text) = review.draft.lines.get(number - 1) else { continue };
        let here = rows.get(&number).map_or(&[][..], Vec::as_slice);
        if beside {
            source_line(pen, screen, left, text, here, headings.contains_key(&number));
            pen.put(left, screen, "│", Meaning::Dim);
        }
        let column = if beside { left + 1 } else { 0 };
        match here {
            [] if headings.contains_key(&number) => {
                pen.put(column + 2, screen, text.trim(), Meaning::Title);
            }
            [] if text.trim().is_empty() => {}
            [] => {
                let shown = if beside { "·" } else { text.trim() };
                pen.put(column + 1, screen, shown, Meaning::Dim);
            }
            [first, more @ ..] => {
                let current = here.iter().find(|(at, _)| *at == review.cursor);
                let (at, row) = current.unwrap_or(first);
                let name = name_of(row, library, pen.lang());
                let here = *at == review.cursor;
                understood(pen, screen, column, row, &name, here, more.len());
            }
        }
    }
}

/// A line of the text, with what became of its parts.
fn source_line(
    pen: &mut Pen<'_>,
    screen: usize,
    width: usize,
    text: &str,
    rows: &[(usize, &Row)],
    heading: bool,
) {
    let area = pen.area();
    let mut pen = pen.within(Rect { width: width as u16, ..area });
    let base = match (rows.is_empty(), heading) {
        (_, true) => Meaning::Title,
        (true, false) => Meaning::Dim,
        (false, false) => Meaning::Plain,
    };
    pen.put(0, screen, text, base);
    for (_, row) in rows {
        for mark in &row.marks {
            let start: String = text.chars().take(mark.from).collect();
            let part: String = text.chars().skip(mark.from).take(mark.to - mark.from).collect();
            pen.mark(columns(&start), screen, columns(&part), meaning_of(mark.role));
        }
    }
}

fn meaning_of(role: &str) -> Meaning {
    match role {
        "name" => Meaning::Name,
        "sets" | "reps" | "distance" | "calories" => Meaning::Count,
        "load" | "rpe" | "rir" => Meaning::Load,
        "rest" | "tempo" | "duration" => Meaning::Time,
        _ => Meaning::Dim,
    }
}

/// Sign and meaning of where a row stands.
fn standing(row: &Row) -> (&'static str, Meaning) {
    match (&row.verdict, row.standing()) {
        (Verdict::Is(..), _) => ("✔", Meaning::Good),
        (Verdict::FreeLine, _) => ("≡", Meaning::Good),
        (_, None) => ("·", Meaning::Dim),
        (_, Some(Band::High)) => ("✓", Meaning::Good),
        (_, Some(Band::Medium)) => ("~", Meaning::Warn),
        (_, Some(Band::Low)) => ("?", Meaning::Warn),
        (_, Some(Band::Unmatched)) => ("✗", Meaning::Bad),
    }
}

/// What a line became.
fn understood(
    pen: &mut Pen<'_>,
    screen: usize,
    column: usize,
    row: &Row,
    name: &str,
    here: bool,
    more: usize,
) {
    let (sign, meaning) = standing(row);
    if here {
        pen.put(column, screen, "▌", Meaning::Focus);
    }
    let end = pen.put(column + 1, screen, sign, meaning);
    let end = match (&row.verdict, row.candidates.first()) {
        (Verdict::Open, Some(candidate)) => {
            let number = hundredths(f64::from(candidate.confidence), pen.lang());
            pen.put(end + 1, screen, &number, meaning)
        }
        _ => end,
    };
    let dose = notation::print(&row.prescription, pen.lang());
    let more = if more > 0 { format!(" +{more}") } else { String::new() };
    let dose = format!("{dose}{more}");
    let room = pen.width().saturating_sub(end + 1);
    let dose_room = room.saturating_sub(columns(name).min(room * 3 / 5) + 1);
    let start = pen.width() - columns(&dose).min(dose_room);
    let area = pen.area();
    pen.within(Rect { width: start.saturating_sub(1) as u16, ..area }).put(
        end + 1,
        screen,
        name,
        if row.verdict == Verdict::Ignored { Meaning::Dim } else { Meaning::Plain },
    );
    pen.put(start, screen, &dose, Meaning::Value);
    if here {
        let width = columns(name).min(start.saturating_sub(end + 2));
        pen.mark(end + 1, screen, width, Meaning::Cursor);
    }
}

/// What a row is called: the exercise it goes in as, or what was written.
fn name_of(row: &Row, library: Option<&Library>, lang: Lang) -> String {
    match (&row.verdict, row.candidates.first()) {
        (Verdict::Is(id, name), _) => {
            exercise(library, id).map_or(name, |known| &known.name).get(lang).to_owned()
        }
        (Verdict::Open, Some(candidate)) if row.band > Band::Unmatched => {
            candidate_name(candidate, library, lang).to_owned()
        }
        _ => row.name.clone(),
    }
}

fn candidate_name<'a>(
    candidate: &'a Candidate,
    library: Option<&'a Library>,
    lang: Lang,
) -> &'a str {
    let id = ExerciseId::new(candidate.id.as_str());
    exercise(library, &id).map_or(candidate.name.as_str(), |known| known.name.get(lang))
}

fn exercise<'a>(library: Option<&'a Library>, id: &ExerciseId) -> Option<&'a Exercise> {
    Some(library?.get(id)?.as_ref())
}

/// The row under the cursor: what was written, and what else it may be.
fn detail(review: &ReviewPane, library: Option<&Library>, pen: &mut Pen<'_>) {
    if pen.height() == 0 {
        return;
    }
    pen.fill(0, 0, "─", Meaning::Dim);
    let Some(row) = review.row() else { return };
    let group = row.group.as_deref().map(|group| format!("{group} ")).unwrap_or_default();
    let dose = notation::print(&row.prescription, pen.lang());
    let end = pen.put(1, 0, &format!(" {group}{} ", row.name), Meaning::Title);
    pen.put(end + 1, 0, &format!(" {dose} "), Meaning::Value);
    if row.candidates.is_empty() {
        let text = pen.say("import-no-alternative");
        pen.put(2, 1, &text, Meaning::Dim);
        return;
    }
    let rows = pen.height() - 1;
    let wide = pen.width() / 2;
    for (at, candidate) in row.candidates.iter().take(5).enumerate() {
        // Five alternatives in two columns, so that they fit above the hints.
        let (line, column) = (at % rows.max(1), (at / rows.max(1)) * wide);
        let end = pen.put(column + 2, line + 1, &format!("{} ", at + 1), Meaning::Key);
        let number = hundredths(f64::from(candidate.confidence), pen.lang());
        let end = pen.put(end, line + 1, &format!("{number} "), Meaning::Dim);
        let name = candidate_name(candidate, library, pen.lang()).to_owned();
        pen.put(end, line + 1, &name, Meaning::Plain);
    }
}
