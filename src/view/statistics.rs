//! The page of import statistics: numbers, and bars that need no colour.

use super::log::bar;
use super::pen::{Pen, Words};
use super::theme::Meaning;
use crate::app::statistics::{ImportStatistics, share};
use crate::domain::Message;

/// Cells of a full bar.
const BAR: usize = 24;

/// The lines of the page.
pub(super) fn lines(found: &ImportStatistics, pen: &Pen<'_>) -> Vec<Words> {
    if found.imports == 0 {
        return vec![vec![(pen.say("statistics-none"), Meaning::Dim)]];
    }
    let mut lines: Vec<Words> = Vec::new();
    let since = match found.since {
        Some(date) => Message::new("statistics-since").with("date", date.to_string()),
        None => Message::new("statistics-all"),
    };
    let head = Message::new("statistics-imports")
        .with("imports", found.imports)
        .with("accepted", found.accepted)
        .with("understood", found.understood);
    lines.push(vec![(pen.text(&head), Meaning::Plain), (pen.text(&since), Meaning::Dim)]);
    lines.push(Vec::new());
    lines.push(vec![(pen.say("statistics-bands"), Meaning::Title)]);
    let names = ["cli-band-high", "cli-band-medium", "cli-band-low", "cli-band-unmatched"];
    let signs = ["✓", "~", "?", "✗"];
    for ((name, sign), count) in names.into_iter().zip(signs).zip(found.bands) {
        let part = share(count, found.rows());
        let percent = (part * 100.0).round() as u8;
        lines.push(vec![
            (format!("  {sign} {:<16} ", pen.say(name)), Meaning::Plain),
            (bar(percent, BAR), Meaning::Value),
            (format!(" {percent:>3} %  {count}"), Meaning::Plain),
        ]);
    }
    lines.push(Vec::new());
    let success = Message::new("statistics-success")
        .with("percent", (found.success() * 100.0).round() as u32)
        .with("rows", found.rows())
        .with("corrections", found.corrections)
        .with("ignored", found.ignored);
    lines.push(vec![(pen.text(&success), Meaning::Plain)]);
    let time = Message::new("statistics-time")
        .with("read", found.read_ms)
        .with("slowest", found.slowest_ms)
        .with("review", found.review_s);
    lines.push(vec![(pen.text(&time), Meaning::Plain)]);
    counted(&mut lines, pen.say("statistics-formats"), &found.formats);
    counted(&mut lines, pen.say("statistics-mismatched"), &found.mismatched);
    lines
}

fn counted(lines: &mut Vec<Words>, title: String, entries: &[(String, u32)]) {
    let Some(most) = entries.iter().map(|(_, count)| *count).max() else { return };
    lines.push(Vec::new());
    lines.push(vec![(title, Meaning::Title)]);
    for (name, count) in entries {
        let percent = (share(*count, most) * 100.0).round() as u8;
        lines.push(vec![
            (format!("  {count:>4} "), Meaning::Key),
            (bar(percent, BAR / 3), Meaning::Value),
            (format!(" {name}"), Meaning::Plain),
        ]);
    }
}
