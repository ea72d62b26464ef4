//! A program at a glance: its weeks and units, volume per muscle or skill, and the course of sets,
//! intensity, load and minutes. Numbers and blocks, so that nothing rests on colour.

use super::findings::sign;
use super::pen::{Pen, Words, named, wrapped};
use super::theme::Meaning;
use crate::app::overview::{Chart, OverviewPane, Signs, VolumeRow, WeekSum};
use crate::domain::{Unit, WeekPhase};
use crate::lint::Severity;

/// Columns of the names at the left.
const NAMES: usize = 18;
/// Columns of the numbers at the right.
const ENDS: usize = 10;
const BLOCKS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// A curve: its name, its value in a week, and where its scale begins.
type Series = (&'static str, fn(&WeekSum) -> f32, f32);

/// Draws the overview over the panes.
pub(super) fn draw(pane: &OverviewPane, mut pen: Pen<'_>) {
    pen.clear();
    pen.heading(&pane.program.title, true);
    tabs(pane.chart, &mut pen);
    let mut pen = pen.within(pen.below(2));
    match pane.chart {
        Chart::Weeks => weeks(pane, &mut pen),
        Chart::Volume => volume(pane, &mut pen),
        Chart::Curves => curves(pane, &mut pen),
    }
}

/// The names of the charts; the one that is shown stands in brackets.
fn tabs(shown: Chart, pen: &mut Pen<'_>) {
    let mut column = 2;
    for chart in Chart::ALL {
        let name = pen.say(match chart {
            Chart::Weeks => "overview-weeks",
            Chart::Volume => "overview-volume",
            Chart::Curves => "overview-curves",
        });
        let (text, meaning) = if chart == shown {
            (format!("[{name}]"), Meaning::Title)
        } else {
            (format!(" {name} "), Meaning::Dim)
        };
        column = pen.put(column, 1, &text, meaning) + 1;
    }
}

fn weeks(pane: &OverviewPane, pen: &mut Pen<'_>) {
    let room = pen.width().saturating_sub(6);
    let notes = pane.program.notes.iter().flat_map(|note| wrapped(&pen.text(note), room));
    let mut lines: Vec<(Words, Option<usize>)> =
        notes.map(|line| (vec![(format!("! {line}"), Meaning::Warn)], None)).collect();
    if pane.found.program != [0; 3] {
        let mut words = vec![(pen.say("overview-program"), Meaning::Title)];
        words.extend(signs(pane.found.program, pen));
        lines.push((words, None));
    }
    let mut count = 0;
    for (at, (week, sum)) in pane.program.weeks.iter().zip(&pane.weeks).enumerate() {
        let phase = pen.text(&named("phase-", week.phase.id()));
        let head = format!("{} {}", pen.say("overview-week"), week.index);
        let numbers = format!("  {:.0} ⨯ · {:.0}′", sum.sets, sum.minutes);
        let mut words = vec![
            (head, Meaning::Title),
            (format!("  {phase}"), Meaning::Value),
            (numbers, Meaning::Dim),
        ];
        words.extend(signs(pane.found.weeks.get(&at).copied().unwrap_or_default(), pen));
        lines.push((words, None));
        for unit in &week.units {
            let mut words = unit_line(unit);
            words.extend(signs(pane.found.units.get(&unit.id).copied().unwrap_or_default(), pen));
            lines.push((words, Some(count)));
            count += 1;
        }
    }
    let at = lines.iter().position(|(_, unit)| *unit == Some(pane.cursor)).unwrap_or(0);
    let rows = pen.height();
    let scroll = crate::app::plan::scrolled(at.saturating_sub(rows / 2), at, lines.len(), rows);
    for (row, (words, unit)) in lines.iter().skip(scroll).take(rows).enumerate() {
        let end = pen.put_words(2, row, words);
        if *unit == Some(pane.cursor) {
            pen.put(0, row, "▌", Meaning::Focus);
            pen.mark(1, row, end.saturating_sub(1), Meaning::Cursor);
        }
    }
}

/// `  E1 W2 i3`: what the linter finds, the letter alone saying how grave it is.
pub(super) fn signs(found: Signs, pen: &Pen<'_>) -> Words {
    let severities = [Severity::Error, Severity::Warn, Severity::Info];
    let counted = severities.into_iter().zip(found).filter(|(_, count)| *count > 0);
    counted
        .enumerate()
        .map(|(at, (severity, count))| {
            let (letter, meaning) = sign(severity);
            let gap = if at == 0 { "  " } else { " " };
            (format!("{gap}{}{count}", pen.say(letter)), meaning)
        })
        .collect()
}

fn unit_line(unit: &Unit) -> Words {
    let date = unit.date.map(|date| format!("{date}  ")).unwrap_or_default();
    let count = unit.exercises().count();
    let done = if unit.done { "✓ " } else { "  " };
    vec![
        (format!("  {done}{date}"), Meaning::Dim),
        (unit.title.clone(), Meaning::Plain),
        (format!("  {count}"), Meaning::Dim),
    ]
}

/// How many columns each week gets, and the first week that is shown.
fn cells(pen: &Pen<'_>, weeks: usize) -> (usize, usize) {
    let room = pen.width().saturating_sub(NAMES + ENDS + 1);
    let cell = (room / weeks.max(1)).clamp(1, 4);
    (cell, room / cell)
}

/// The phase of each week as a letter above its column.
fn phases(sums: &[WeekSum], cell: usize, shown: usize, pen: &mut Pen<'_>) {
    let label = pen.say("overview-phase");
    pen.put(2, 0, &label, Meaning::Dim);
    for (at, sum) in sums.iter().take(shown).enumerate() {
        let (letter, meaning) = match sum.phase {
            WeekPhase::Build => ("·", Meaning::Dim),
            WeekPhase::Deload => ("D", Meaning::Value),
            WeekPhase::Peak => ("P", Meaning::Value),
            WeekPhase::Taper => ("T", Meaning::Value),
            WeekPhase::Test => ("X", Meaning::Value),
        };
        pen.put(NAMES + at * cell + cell - 1, 0, letter, meaning);
    }
}

fn volume(pane: &OverviewPane, pen: &mut Pen<'_>) {
    let (cell, shown) = cells(pen, pane.weeks.len());
    phases(&pane.weeks, cell, shown, pen);
    let rows = pen.height().saturating_sub(3);
    let most = pane.volume.iter().flat_map(|row| &row.weeks).copied().fold(0.0, f32::max);
    for (at, row) in pane.volume.iter().skip(pane.scroll).take(rows).enumerate() {
        let line = at + 1;
        name(row.name.get(pen.lang()), line, pen);
        for (week, value) in row.weeks.iter().take(shown).enumerate() {
            let (text, meaning) = amount(*value, row, cell, most);
            pen.put(NAMES + week * cell, line, &text, meaning);
        }
        let end = row.band.map_or_else(
            || format!(" {:.0}", row.weeks.iter().sum::<f32>()),
            |(low, high)| format!(" {low:.0}–{high:.0}"),
        );
        pen.put_right(line, &end, Meaning::Dim);
    }
    let key = pen.say(if pane.volume.iter().any(|row| row.band.is_some()) {
        "overview-volume-key"
    } else {
        "overview-skill-key"
    });
    let last = pen.height().saturating_sub(1);
    pen.put(2, last, &key, Meaning::Dim);
}

fn name(text: &str, line: usize, pen: &mut Pen<'_>) {
    let area = pen.area();
    let width = (NAMES as u16 - 1).min(area.width);
    pen.within(ratatui::layout::Rect { width, ..area }).put(2, line, text, Meaning::Plain);
}

/// A value as a number with its sign where there is room, else as one sign: `-` below the band,
/// `=` in it, `+` above.
fn amount(value: f32, row: &VolumeRow, cell: usize, most: f32) -> (String, Meaning) {
    let Some((low, high)) = row.band else {
        let text = if cell >= 3 { format!("{value:>cell$.0}") } else { block(value, most) };
        let meaning = if value > 0.0 { Meaning::Plain } else { Meaning::Dim };
        return (text, meaning);
    };
    let (sign, meaning) = if value <= 0.0 {
        ("·", Meaning::Dim)
    } else if value < low {
        ("-", Meaning::Warn)
    } else if value > high {
        ("+", Meaning::Warn)
    } else {
        ("=", Meaning::Plain)
    };
    if cell < 3 {
        return (sign.to_owned(), meaning);
    }
    let sign = if sign == "=" || sign == "·" { " " } else { sign };
    let width = cell - 1;
    (format!("{value:>width$.0}{sign}"), meaning)
}

fn block(value: f32, most: f32) -> String {
    if value <= 0.0 || most <= 0.0 {
        return "·".to_owned();
    }
    let at = ((value / most * 8.0).ceil() as usize).clamp(1, 8) - 1;
    BLOCKS.get(at).copied().unwrap_or("█").to_owned()
}

fn curves(pane: &OverviewPane, pen: &mut Pen<'_>) {
    let (cell, shown) = cells(pen, pane.weeks.len());
    phases(&pane.weeks, cell, shown, pen);
    let series: [Series; 4] = [
        ("overview-sets", |week| week.sets, 0.0),
        ("overview-intensity", |week| week.intensity, 40.0),
        ("overview-load", |week| week.load, 0.0),
        ("overview-minutes", |week| week.minutes, 0.0),
    ];
    let rows = pen.height().saturating_sub(1) / series.len();
    // a curve of two or three lines shows more than one; on small screens one has to do
    let tall = rows.saturating_sub(1).clamp(1, 4);
    for (at, (label, value, floor)) in series.into_iter().enumerate() {
        let top = 1 + at * (tall + usize::from(rows > tall));
        let values: Vec<f32> = pane.weeks.iter().map(value).collect();
        let most = values.iter().copied().fold(0.0, f32::max);
        let least = values.iter().copied().fold(f32::MAX, f32::min).min(most);
        let label = pen.say(label);
        name(&label, top + tall - 1, pen);
        for (week, value) in values.iter().take(shown).enumerate() {
            column(*value, floor, most, (NAMES + week * cell, top), (cell, tall), pen);
        }
        pen.put_right(top + tall - 1, &format!(" {least:.0}–{most:.0}"), Meaning::Dim);
    }
}

/// One bar, `tall` lines high.
fn column(
    value: f32,
    floor: f32,
    most: f32,
    (left, top): (usize, usize),
    (cell, tall): (usize, usize),
    pen: &mut Pen<'_>,
) {
    let span = (most - floor).max(f32::EPSILON);
    let eighths = ((value - floor).max(0.0) / span * tall as f32 * 8.0).round() as usize;
    let width = if cell > 1 { cell - 1 } else { 1 };
    for line in 0..tall {
        let full = eighths.saturating_sub((tall - 1 - line) * 8).min(8);
        if let Some(sign) = full.checked_sub(1).and_then(|at| BLOCKS.get(at)) {
            pen.put(left, top + line, &sign.repeat(width), Meaning::Value);
        }
    }
}
