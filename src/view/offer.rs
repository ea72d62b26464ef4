//! The review of a generated program: weeks with where they come from, what they change, what was
//! taken. Signs and words, so that nothing rests on colour.

use super::overview::signs;
use super::pen::{Pen, Words, named, wrapped};
use super::theme::Meaning;
use crate::app::Model;
use crate::app::offer::{Counts, Offer, OfferPane, Origin, Row, Source, WeekState};
use crate::domain::{Message, Unit};
use crate::generation::JobStatus;

/// Draws the review over the panes.
pub(super) fn draw(model: &Model, pane: &OfferPane, mut pen: Pen<'_>) {
    pen.clear();
    let program = &pane.offer.program;
    let title = pen.text(&Message::new("offer-title").with("title", program.title.as_str()));
    pen.heading(&title, true);
    let running = model
        .log
        .jobs
        .iter()
        .any(|job| job.id == pane.offer.job.id && job.status == JobStatus::Running);
    let state = Message::new(match (running, pane.offer.closed) {
        (true, _) => "offer-state-running",
        (false, true) => "offer-state-closed",
        (false, false) => "offer-state-open",
    });
    let state = pen.text(&state);
    pen.put_right(0, &format!(" {state} "), Meaning::Value);
    let sum = Message::new("offer-sum")
        .with("by", by(pane, &pen))
        .with("weeks", program.weeks.len())
        .with("of", program.profile.weeks())
        .with("units", program.units().count());
    let mut words: Words = vec![(pen.text(&sum), Meaning::Plain)];
    words.extend(signs(pane.found.program, &pen));
    pen.put_words(2, 1, &words);
    let width = pen.width().saturating_sub(4);
    let (second, meaning) = match (program.notes.first(), &pane.cost) {
        (_, Some(cost)) => (pen.text(cost), Meaning::Dim),
        (Some(note), None) => (format!("! {}", pen.text(note)), Meaning::Warn),
        (None, None) => (String::new(), Meaning::Dim),
    };
    if let Some(line) = wrapped(&second, width).first() {
        pen.put(2, 2, line, meaning);
    }
    let mut pen = pen.within(pen.below(3));
    let rows = pen.height().saturating_sub(2);
    let all = pane.rows();
    for (at, row) in all.iter().skip(pane.scroll).take(rows).enumerate() {
        let words = match row {
            Row::Week(week) => week_line(model, pane, *week, running, &pen),
            Row::Unit(_, id) => {
                program.unit(id).map_or_else(Vec::new, |unit| unit_line(pane, unit, &pen))
            }
        };
        let end = pen.put_words(2, at, &words);
        if *row == pane.cursor {
            pen.put(0, at, "▌", Meaning::Focus);
            pen.mark(1, at, end.saturating_sub(1), Meaning::Cursor);
        }
    }
    about(pane, rows, &mut pen);
    foot(pane, rows + 1, &mut pen);
}

/// What the week under the cursor is meant to do, or why no model wrote it.
fn about(pane: &OfferPane, line: usize, pen: &mut Pen<'_>) {
    let index = pane.cursor.week();
    if let Some(Origin { source: Source::Filled(Some(why)), .. }) = pane.origins.get(&index) {
        let text = pen.text(why);
        pen.put(2, line, &text, Meaning::Warn);
        return;
    }
    let week = pane.offer.program.week(index);
    let intent: Vec<String> =
        week.iter().flat_map(|week| &week.intent).map(|intent| pen.text(intent)).collect();
    pen.put(2, line, &intent.join(" · "), Meaning::Value);
}

/// What is marked, and how much was taken; with lines below the last one shown, how many.
fn foot(pane: &OfferPane, line: usize, pen: &mut Pen<'_>) {
    let taken = pane.offer.program.units().filter(|unit| Offer::has_taken(unit)).count();
    let text = Message::new("offer-foot")
        .with("marked", pane.marked.len())
        .with("taken", taken)
        .with("units", pane.offer.program.units().count());
    let text = pen.text(&text);
    pen.put(2, line, &text, Meaning::Dim);
    let hidden = pane.rows().len().saturating_sub(pane.scroll + line - 1);
    if hidden > 0 {
        pen.put_right(line, &format!(" ↓{hidden}"), Meaning::Dim);
    }
}

/// Who planned it, by name.
fn by(pane: &OfferPane, pen: &Pen<'_>) -> String {
    let model = pane.offer.program.provenance.model.clone();
    model.unwrap_or_else(|| pen.say("form-engine-builtin"))
}

fn week_line(model: &Model, pane: &OfferPane, index: u16, running: bool, pen: &Pen<'_>) -> Words {
    let week = pane.offer.program.week(index);
    let state = pane.state(index);
    let units = pane.open_units(&Row::Week(index));
    let marked = units.iter().filter(|unit| pane.marked.contains(unit)).count();
    let sign = match (state, marked) {
        (WeekState::Missing, _) => "–  ",
        (WeekState::Taken, _) => "✓  ",
        (_, 0) if state == WeekState::InPart => "[~]",
        (_, 0) => "[ ]",
        (_, marked) if marked == units.len() => "[x]",
        _ => "[-]",
    };
    let meaning = match state {
        WeekState::Taken => Meaning::Good,
        WeekState::Missing => Meaning::Warn,
        WeekState::Open | WeekState::InPart => Meaning::Key,
    };
    let name = format!("{} {index:<2}", pen.say("overview-week"));
    let mut words: Words = vec![(format!("{sign} "), meaning), (name, Meaning::Title)];
    let Some(week) = week else {
        let writing = running
            && model
                .log
                .lanes
                .iter()
                .any(|lane| lane.job == pane.offer.job.id && lane.week == index);
        let text = if writing { "offer-week-writing" } else { "offer-week-missing" };
        words.push((format!("  {}", pen.say(text)), Meaning::Warn));
        return words;
    };
    let phase = pen.text(&named("phase-", week.phase.id()));
    words.push((format!("  {phase:<12}"), Meaning::Value));
    if let Some(origin) = pane.origins.get(&index) {
        words.extend(origin_words(origin, pen));
    }
    words.extend(changed(pane.changes.get(&index), pen));
    let at = pane.offer.program.weeks.iter().position(|known| known.index == index);
    let of_week = at.and_then(|at| pane.found.weeks.get(&at)).copied().unwrap_or_default();
    let all = week.units.iter().fold(of_week, |mut all, unit| {
        let own = pane.found.units.get(&unit.id).copied().unwrap_or_default();
        for (sum, count) in all.iter_mut().zip(own) {
            *sum += count;
        }
        all
    });
    words.extend(signs(all, pen));
    if state == WeekState::InPart {
        words.push((format!("  {}", pen.say("offer-week-in-part")), Meaning::Good));
    }
    words
}

fn origin_words(origin: &Origin, pen: &Pen<'_>) -> Words {
    let (text, meaning) = match &origin.source {
        Source::Model => ("offer-by-model", Meaning::Plain),
        Source::Repaired => ("offer-by-model-repaired", Meaning::Plain),
        Source::Filled(_) => ("offer-by-planner-filled", Meaning::Warn),
        Source::Planner => ("offer-by-planner", Meaning::Plain),
    };
    let mut words = vec![(pen.say(text), meaning)];
    if origin.mended {
        words.push((format!(", {}", pen.say("offer-mended")), Meaning::Dim));
    }
    words
}

/// `+2 −1 ~3`: lines that are new, gone, otherwise.
fn changed(counts: Option<&Counts>, pen: &Pen<'_>) -> Words {
    let Some([new, gone, other]) = counts else { return Vec::new() };
    if new + gone + other == 0 {
        return vec![(format!("  {}", pen.say("offer-unchanged")), Meaning::Dim)];
    }
    vec![(format!("  +{new} −{gone} ~{other}"), Meaning::Value)]
}

fn unit_line(pane: &OfferPane, unit: &Unit, pen: &Pen<'_>) -> Words {
    let (sign, meaning) = if Offer::has_taken(unit) {
        ("✓  ", Meaning::Good)
    } else if pane.marked.contains(&unit.id) {
        ("[x]", Meaning::Key)
    } else {
        ("[ ]", Meaning::Key)
    };
    let date = unit.date.map(|date| format!("{date}  ")).unwrap_or_default();
    let mut words = vec![
        (format!("  {sign} "), meaning),
        (date, Meaning::Dim),
        (unit.title.clone(), Meaning::Plain),
        (format!("  {}", unit.exercises().count()), Meaning::Dim),
    ];
    words.extend(signs(pane.found.units.get(&unit.id).copied().unwrap_or_default(), pen));
    words
}
