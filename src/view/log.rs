//! The log: what happens, line by line, and how far the running job is.

use super::pen::Pen;
use super::theme::{Meaning, tone};
use crate::app::{Model, Pane};
use crate::domain::Message;

/// Draws the pane.
pub(super) fn draw(model: &Model, mut pen: Pen<'_>) {
    let focused = model.focus == Pane::Log && model.overlays.is_empty();
    let title = pen.say("log-title");
    let end = pen.heading(&title, focused);
    if let Some(job) = model.log.running() {
        let line = Message::new("log-running")
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
    let rows = pen.height();
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

/// A bar of `width` cells, filled to `percent`.
#[must_use]
pub(super) fn bar(percent: u8, width: usize) -> String {
    let filled = (usize::from(percent) * width + 50) / 100;
    format!("{}{}", "▓".repeat(filled), "░".repeat(width.saturating_sub(filled)))
}
