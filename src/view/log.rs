//! The log: what happens, line by line, and how far the running job is.

use super::pen::Pen;
use super::theme::{Meaning, tone};
use crate::app::log::Lane;
use crate::app::{Model, Pane};
use crate::domain::Message;

/// Draws the pane.
pub(super) fn draw(model: &Model, mut pen: Pen<'_>) {
    let focused = model.focus == Pane::Log && model.overlays.is_empty();
    let title = pen.say("log-title");
    let end = pen.heading(&title, focused);
    if let Some(job) = model.log.running() {
        let (id, count) = match job.remaining_s {
            None => ("log-running", 0),
            Some(seconds @ ..90) => ("log-left-seconds", seconds),
            Some(seconds) => ("log-left-minutes", seconds.div_ceil(60)),
        };
        let line = Message::new(id)
            .with("count", count)
            .with("title", job.title.as_str())
            .with("done", job.done.len())
            .with("weeks", job.weeks);
        let text = format!(" {} {:>3}% {} ", bar(job.percent, 12), job.percent, pen.text(&line));
        pen.put(end + 1, 0, &text, Meaning::Value);
    } else if model.log.back > 0 {
        let text = pen.say("log-scrolled");
        pen.put(end + 1, 0, &format!(" {text} "), Meaning::Warn);
    }
    let mut pen = pen.within(pen.below(1));
    // whoever scrolled back reads, and is not to be disturbed
    let lanes = if model.log.back == 0 { model.log.lanes.as_slice() } else { &[] };
    let rows = pen.height() - lanes.len().min(pen.height().saturating_sub(1));
    for (row, lane) in lanes.iter().enumerate() {
        draw_lane(lane, rows + row, &mut pen);
    }
    let lines = &model.log.lines;
    if lines.is_empty() {
        let text = pen.say("log-empty");
        pen.put(2, 0, &text, Meaning::Dim);
        return;
    }
    let last = lines.len() - model.log.back.min(lines.len().saturating_sub(1));
    let first = last.saturating_sub(rows);
    for (row, line) in lines.iter().skip(first).take(last - first).enumerate() {
        let (meaning, sign) = tone(line.tone);
        pen.put(0, row, sign, meaning);
        let text = pen.text(&line.text);
        pen.put(2, row, &text, meaning);
    }
}

/// A line with the end of an answer that is coming.
fn draw_lane(lane: &Lane, row: usize, pen: &mut Pen<'_>) {
    let name = match lane.week {
        0 => pen.say("log-lane-outline"),
        week => pen.text(&Message::new("log-lane").with("week", week)),
    };
    let column = pen.put(2, row, &name, Meaning::Value);
    let signs: Vec<char> =
        lane.text.chars().map(|sign| if sign.is_whitespace() { ' ' } else { sign }).collect();
    let width = pen.width().saturating_sub(column + 2);
    let end: String = signs.iter().skip(signs.len().saturating_sub(width)).collect();
    pen.put(column + 1, row, &end, Meaning::Dim);
}

/// A bar of `width` cells, filled to `percent`.
#[must_use]
pub(super) fn bar(percent: u8, width: usize) -> String {
    let filled = (usize::from(percent) * width + 50) / 100;
    format!("{}{}", "▓".repeat(filled), "░".repeat(width.saturating_sub(filled)))
}
