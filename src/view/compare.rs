//! Two versions of a program side by side: a column each, between them what a line is to the
//! other, as a sign.

use ratatui::layout::Rect;

use super::findings::sign;
use super::pen::{Pen, hundredths, named};
use super::theme::Meaning;
use crate::app::compare::{ComparePane, Line, Shown};
use crate::domain::{CatalogueKind, Message};
use crate::generation::{Change, Figures, Placed, Row, WeekHead, WrittenBy};
use crate::language::columns;
use crate::library::Library;
use crate::notation;

/// Draws the comparison over the panes.
pub(super) fn draw(pane: &ComparePane, library: Option<&Library>, mut pen: Pen<'_>) {
    pen.clear();
    let title =
        pen.text(&Message::new("compare-title").with("title", pane.both.right.title.as_str()));
    pen.heading(&title, true);
    tabs(pane, &mut pen);
    let halves = Halves::of(&pen);
    let (left, right) = (by(&pane.both.left, &pen), by(&pane.both.right, &pen));
    halves.put(2, (&left, Meaning::Title), ("│", Meaning::Dim), (&right, Meaning::Title), &mut pen);
    let mut pen = pen.within(pen.below(3));
    let rows = pen.height();
    if pane.shown == Shown::Changes && !pane.lines.iter().any(|line| matches!(line, Line::Row(..)))
    {
        let text = pen.say("compare-same");
        pen.put(2, 1, &text, Meaning::Good);
        return;
    }
    for (row, line) in pane.lines.iter().skip(pane.scroll).take(rows).enumerate() {
        draw_line(pane, *line, row, &halves, library, &mut pen);
    }
    let hidden = pane.lines.len().saturating_sub(pane.scroll + rows);
    if hidden > 0 {
        pen.put_right(rows.saturating_sub(1), &format!(" ↓{hidden}"), Meaning::Dim);
    }
}

/// What can be shown; the one that is stands in brackets. How much differs stands at the right.
fn tabs(pane: &ComparePane, pen: &mut Pen<'_>) {
    let mut column = 2;
    for shown in Shown::ALL {
        let name = pen.say(match shown {
            Shown::Changes => "compare-changes",
            Shown::All => "compare-all",
            Shown::Figures => "compare-figures",
        });
        let (text, meaning) = if shown == pane.shown {
            (format!("[{name}]"), Meaning::Title)
        } else {
            (format!(" {name} "), Meaning::Dim)
        };
        column = pen.put(column, 1, &text, meaning) + 1;
    }
    let counts = [Change::Come, Change::Gone, Change::Dose, Change::Replaced]
        .map(|change| format!(" {}{}", mark(change).0, pane.both.count(change)));
    pen.put_right(1, &counts.concat(), Meaning::Value);
}

/// Who wrote a version, by name.
fn by(figures: &Figures, pen: &Pen<'_>) -> String {
    figures.model.clone().unwrap_or_else(|| pen.say("form-engine-builtin"))
}

/// The sign between two lines.
const fn mark(change: Change) -> (&'static str, Meaning) {
    match change {
        Change::Same => ("=", Meaning::Dim),
        Change::Dose => ("~", Meaning::Warn),
        Change::Replaced => ("→", Meaning::Warn),
        Change::Gone => ("−", Meaning::Bad),
        Change::Come => ("+", Meaning::Good),
    }
}

/// Where the two columns stand.
struct Halves {
    width: usize,
}

impl Halves {
    fn of(pen: &Pen<'_>) -> Self {
        Self { width: pen.width().saturating_sub(3) / 2 }
    }

    fn put(
        &self,
        row: usize,
        left: (&str, Meaning),
        between: (&str, Meaning),
        right: (&str, Meaning),
        pen: &mut Pen<'_>,
    ) {
        self.cell(0, row, pen).put(1, 0, left.0, left.1);
        pen.put(self.width + 1, row, between.0, between.1);
        self.cell(self.width + 3, row, pen).put(0, 0, right.0, right.1);
    }

    /// One column of a line.
    fn cell<'a>(&self, from: usize, row: usize, pen: &'a mut Pen<'_>) -> Pen<'a> {
        let area = pen.area();
        pen.within(Rect {
            x: area.x + from as u16,
            y: area.y + row as u16,
            width: self.width as u16,
            height: 1,
        })
    }

    /// A line of a unit: the name, and its dose at the right edge of the column.
    fn item(
        &self,
        from: usize,
        row: usize,
        item: Option<&Placed>,
        meaning: Meaning,
        pen: &mut Pen<'_>,
    ) {
        let Some(item) = item else { return };
        let lang = pen.lang();
        let dose = notation::print(&item.dose, lang);
        let dose = match item.minutes {
            Some(minutes) if dose.is_empty() => format!("{minutes}′"),
            _ => dose,
        };
        let name = item.label.get(lang);
        let mut cell = self.cell(from, row, pen);
        let width = cell.width().saturating_sub(1);
        // the name keeps at least half of the column
        let room = width.saturating_sub(columns(name).min(width / 2) + 1);
        let start = width + 1 - columns(&dose).min(room);
        {
            let area = cell.area();
            let mut left = cell.within(Rect { width: start.saturating_sub(1) as u16, ..area });
            left.put(1, 0, name, meaning);
        }
        cell.put(start, 0, &dose, Meaning::Value);
    }
}

fn draw_line(
    pane: &ComparePane,
    line: Line,
    row: usize,
    halves: &Halves,
    library: Option<&Library>,
    pen: &mut Pen<'_>,
) {
    let both = &pane.both;
    match line {
        Line::Week(at) => {
            let Some(week) = both.weeks.get(at) else { return };
            let head = |head: Option<WeekHead>, pen: &Pen<'_>| {
                head.map_or_else(|| "–".to_owned(), |head| self::head(week.index, head, pen))
            };
            let (left, right) = (head(week.left, pen), head(week.right, pen));
            let sign = if week.is_same() { ("=", Meaning::Dim) } else { ("≠", Meaning::Warn) };
            halves.put(row, (&left, Meaning::Title), sign, (&right, Meaning::Title), pen);
        }
        Line::Day(at, day) => {
            let Some(day) = both.weeks.get(at).and_then(|week| week.days.get(day)) else { return };
            let title = |title: Option<&String>| {
                title.map_or_else(|| "–".to_owned(), |title| format!("{} {title}", day.day))
            };
            let (left, right) = (title(day.left.as_ref()), title(day.right.as_ref()));
            halves.put(
                row,
                (&left, Meaning::Key),
                ("│", Meaning::Dim),
                (&right, Meaning::Key),
                pen,
            );
        }
        Line::Row(week, day, at) => {
            let day = both.weeks.get(week).and_then(|week| week.days.get(day));
            let Some(Row { change, left, right }) = day.and_then(|day| day.rows.get(at)) else {
                return;
            };
            let (sign, meaning) = mark(*change);
            let quiet = if *change == Change::Same { Meaning::Dim } else { Meaning::Plain };
            halves.item(0, row, left.as_ref(), quiet, pen);
            pen.put(halves.width + 1, row, sign, meaning);
            halves.item(halves.width + 2, row, right.as_ref(), quiet, pen);
        }
        Line::Figure(at) => {
            let text = |figures: &Figures, pen: &Pen<'_>| figure(at, figures, pen);
            let (left, right) = (text(&both.left, pen), text(&both.right, pen));
            halves.put(
                row,
                (&left, Meaning::Plain),
                ("│", Meaning::Dim),
                (&right, Meaning::Plain),
                pen,
            );
        }
        Line::Rule(at) => {
            let Some(rule) = both.rules.get(at) else { return };
            let (letter, meaning) = sign(rule.severity);
            let letter = pen.say(letter);
            let text = |count: usize| format!("{letter} {}  {count}", rule.rule.id());
            let (left, right) = (text(rule.left), text(rule.right));
            halves.put(row, (&left, meaning), ("│", Meaning::Dim), (&right, meaning), pen);
        }
        Line::Muscle(at) => {
            let Some(sets) = both.muscles.get(at) else { return };
            let lang = pen.lang();
            let name = library.map_or_else(
                || sets.muscle.id().to_owned(),
                |it| {
                    it.catalogues()
                        .name(CatalogueKind::Muscles, sets.muscle.id())
                        .get(lang)
                        .to_owned()
                },
            );
            let text = |count: f32| format!("{name}  {} ⨯", hundredths(f64::from(count), lang));
            let (left, right) = (text(sets.left), text(sets.right));
            halves.put(
                row,
                (&left, Meaning::Plain),
                ("│", Meaning::Dim),
                (&right, Meaning::Plain),
                pen,
            );
        }
    }
}

/// A week with what it does and, where that is worth a word, who wrote it.
fn head(index: u16, head: WeekHead, pen: &Pen<'_>) -> String {
    let phase = pen.text(&named("phase-", head.phase.id()));
    let by = match head.by {
        WrittenBy::Repaired => format!("  {}", pen.say("offer-by-model-repaired")),
        WrittenBy::Filled => format!("  {}", pen.say("offer-by-planner-filled")),
        WrittenBy::Model | WrittenBy::Planner => String::new(),
    };
    format!("{} {index}  {phase}{by}", pen.say("overview-week"))
}

/// One of the figures of a version.
fn figure(at: usize, figures: &Figures, pen: &Pen<'_>) -> String {
    let count = |id: &'static str, count: usize| pen.text(&Message::new(id).with("count", count));
    let weeks =
        |weeks: &[u16]| weeks.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match at {
        0 => count("compare-weeks", figures.weeks),
        1 => count("compare-units", figures.units),
        2 => count("compare-items", figures.items),
        3 => count("compare-exercises", figures.exercises),
        4 => {
            let minutes = (f64::from(figures.minutes) * 10.0).round() / 10.0;
            pen.text(&Message::new("compare-minutes").with("count", minutes))
        }
        5 if figures.repaired.is_empty() => pen.say("compare-none-repaired"),
        5 => pen.text(&Message::new("compare-repaired").with("weeks", weeks(&figures.repaired))),
        _ if figures.filled.is_empty() => pen.say("compare-none-filled"),
        _ => pen.text(&Message::new("compare-filled").with("weeks", weeks(&figures.filled))),
    }
}
