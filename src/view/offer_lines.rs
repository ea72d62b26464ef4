//! Generated units beside what they would replace: line by line, each with its sign.

use super::pen::{Pen, Words};
use super::plan::section_name;
use super::theme::Meaning;
use crate::app::offer::{Difference, Look, UnitOfferPane};
use crate::domain::{Item, Message, Section, Unit};
use crate::notation;

/// Draws the review of a unit over the panes.
pub(super) fn draw(pane: &UnitOfferPane, mut pen: Pen<'_>) {
    pen.clear();
    let title = pen.text(&Message::new("offer-unit-title").with("title", pane.unit.title.as_str()));
    pen.heading(&title, true);
    let Some(into) = &pane.into else {
        let text = pen.say("offer-unit-own");
        pen.put(2, 1, &text, Meaning::Dim);
        let lines = unit_lines(&pane.unit, &pen);
        let mut pen = pen.within(pen.below(2));
        for (row, words) in lines.iter().take(pen.height()).enumerate() {
            pen.put_words(2, row, words);
        }
        return;
    };
    let sum = Message::new("offer-unit-sum")
        .with("title", into.as_str())
        .with("chosen", pane.chosen.len())
        .with("lines", pane.lines.len());
    let sum = pen.text(&sum);
    pen.put(2, 1, &sum, Meaning::Dim);
    let mut pen = pen.within(pen.below(2));
    if pane.lines.is_empty() {
        let text = pen.say("offer-unchanged");
        pen.put(2, 1, &text, Meaning::Good);
        return;
    }
    let rows = pen.height();
    for (row, (at, line)) in pane.lines.iter().enumerate().skip(pane.scroll).take(rows).enumerate()
    {
        let sign = if pane.chosen.contains(&at) { "[x] " } else { "[ ] " };
        let mut words: Words = vec![(sign.to_owned(), Meaning::Key)];
        words.extend(difference(line, &pen));
        pen.put_words(2, row, &words);
        if at == pane.cursor {
            pen.put(0, row, "▌", Meaning::Focus);
            let width = pen.width().saturating_sub(1);
            pen.mark(1, row, width, Meaning::Cursor);
        }
    }
    let hidden = pane.lines.len().saturating_sub(pane.scroll + rows);
    if hidden > 0 {
        pen.put_right(rows.saturating_sub(1), &format!(" ↓{hidden}"), Meaning::Dim);
    }
}

/// A week of an offer, unit by unit, with what each changes before what it holds.
pub(super) fn look(look: &Look, pen: &Pen<'_>) -> Vec<Words> {
    let mut lines: Vec<Words> = Vec::new();
    for one in &look.units {
        if !lines.is_empty() {
            lines.push(Vec::new());
        }
        let date = one.unit.date.map(|date| format!("{date}  ")).unwrap_or_default();
        let minutes = one.unit.minutes.map(|minutes| format!("  {minutes}′")).unwrap_or_default();
        lines.push(vec![
            (date, Meaning::Dim),
            (one.unit.title.clone(), Meaning::Title),
            (minutes, Meaning::Dim),
        ]);
        if let Some(changes) = &one.changes {
            if changes.is_empty() {
                lines.push(vec![(format!("  {}", pen.say("offer-unchanged")), Meaning::Dim)]);
            }
            for change in changes {
                let mut words: Words = vec![("  ".to_owned(), Meaning::Plain)];
                words.extend(difference(change, pen));
                lines.push(words);
            }
        }
        lines.extend(unit_lines(&one.unit, pen));
    }
    lines
}

fn unit_lines(unit: &Unit, pen: &Pen<'_>) -> Vec<Words> {
    let mut lines = Vec::new();
    for section in &unit.sections {
        lines.push(vec![(format!("  {}", section_name(pen, section)), Meaning::Value)]);
        for item in &section.items {
            lines.push(vec![
                (format!("    {}", item.label.get(pen.lang())), Meaning::Plain),
                (format!("  {}", dose(item, pen)), Meaning::Dim),
            ]);
        }
    }
    lines
}

/// One line: `+` new, `−` gone, `~` otherwise, `→` another exercise.
fn difference(difference: &Difference, pen: &Pen<'_>) -> Words {
    let name = |item: &Item| item.label.get(pen.lang()).to_owned();
    match difference {
        Difference::New { item, .. } => vec![
            ("+ ".to_owned(), Meaning::Good),
            (name(item), Meaning::Plain),
            (format!("  {}", dose(item, pen)), Meaning::Value),
        ],
        Difference::Gone { item } => vec![
            ("− ".to_owned(), Meaning::Bad),
            (name(item), Meaning::Plain),
            (format!("  {}", dose(item, pen)), Meaning::Dim),
        ],
        Difference::Other { from, to } => {
            let mut words = if from.exercise == to.exercise && from.label == to.label {
                vec![("~ ".to_owned(), Meaning::Warn), (name(from), Meaning::Plain)]
            } else {
                vec![
                    ("→ ".to_owned(), Meaning::Warn),
                    (format!("{} → ", name(from)), Meaning::Dim),
                    (name(to), Meaning::Plain),
                ]
            };
            let (before, after) = (dose(from, pen), dose(to, pen));
            if before == after {
                words.push((format!("  {after}"), Meaning::Dim));
            } else {
                words.push((format!("  {before} → "), Meaning::Dim));
                words.push((after, Meaning::Value));
            }
            words
        }
        Difference::NewPart { section, .. } => part("+ ", Meaning::Good, section, pen),
        Difference::GonePart { section } => part("− ", Meaning::Bad, section, pen),
    }
}

fn part(sign: &str, meaning: Meaning, section: &Section, pen: &Pen<'_>) -> Words {
    let names: Vec<&str> = section.items.iter().map(|item| item.label.get(pen.lang())).collect();
    vec![
        (sign.to_owned(), meaning),
        (format!("{}: ", section_name(pen, section)), Meaning::Title),
        (names.join(", "), Meaning::Plain),
    ]
}

/// What is to be done of an item: its dose, or its minutes.
fn dose(item: &Item, pen: &Pen<'_>) -> String {
    let dose = notation::print(&item.prescription, pen.lang());
    match item.minutes {
        Some(minutes) if dose.is_empty() => format!("{minutes}′"),
        _ => dose,
    }
}
