//! The log: what happens, line by line, how far the running jobs are, and what models wrote.

use super::pen::{Pen, Words, wrapped};
use super::theme::{Meaning, tone};
use crate::app::log::{Lane, LogLine, LogPane, Reading, Tone};
use crate::app::{Model, Pane};
use crate::domain::{JobId, Message};
use crate::generation::Job;

/// Rows a line takes at most that is shown whole.
const WHOLE: usize = 3;

/// Draws the pane.
pub(super) fn draw(model: &Model, mut pen: Pen<'_>) {
    let focused = model.focus == Pane::Log && model.overlays.is_empty();
    let log = &model.log;
    let title = pen.say("log-title");
    let mut end = pen.heading(&title, focused);
    if focused || log.reading == Reading::Paused {
        end = pen.put_words(end, 0, &state(log, &pen));
    }
    if let Some(job) = log.running() {
        let text = progress(job, log.at_work().count(), &pen);
        pen.put(end, 0, &text, Meaning::Value);
    }
    let mut pen = pen.within(pen.below(1));
    // whoever paused reads, and is not to be disturbed
    let lanes = if log.reading == Reading::Following { log.lanes.as_slice() } else { &[] };
    let rows = pen.height() - lanes.len().min(pen.height().saturating_sub(1));
    for (row, lane) in lanes.iter().enumerate() {
        draw_lane(log, lane, rows + row, &mut pen);
    }
    let lines = &log.lines;
    if lines.is_empty() {
        let text = pen.say("log-empty");
        pen.put(2, 0, &text, Meaning::Dim);
        return;
    }
    let last = lines.len() - log.back.min(lines.len().saturating_sub(1));
    // from the last one up, as many rows as there is room for
    let mut shown: Vec<(usize, &LogLine, String)> = Vec::new();
    for (at, line) in lines.iter().enumerate().take(last).rev() {
        let here = log.reading == Reading::Paused && at + 1 == last;
        let parts = said(line, here, &pen);
        shown.extend(parts.into_iter().rev().map(|part| (at, line, part)));
        if shown.len() >= rows {
            break;
        }
    }
    shown.truncate(rows);
    shown.reverse();
    let mut before = None;
    for (row, (at, line, part)) in shown.iter().enumerate() {
        let (meaning, sign) = tone(line.tone);
        if before != Some(*at) {
            pen.put(0, row, sign, meaning);
            if let Some(letter) = line.job.as_ref().and_then(|job| log.letter(job)) {
                pen.put(1, row, &letter.to_string(), Meaning::Value);
            }
        }
        before = Some(*at);
        let end = pen.put(2, row, part, meaning);
        if log.reading == Reading::Paused && at + 1 == last && focused {
            pen.put(0, row, "▌", Meaning::Focus);
            pen.mark(1, row, end.saturating_sub(1), Meaning::Cursor);
        }
    }
}

/// A line as it is shown: whole where it says what went wrong or is looked at, else cut.
fn said(line: &LogLine, here: bool, pen: &Pen<'_>) -> Vec<String> {
    let text = pen.text(&line.text);
    if here || matches!(line.tone, Tone::Bad | Tone::Warn) {
        let mut parts = wrapped(&text, pen.width().saturating_sub(3));
        parts.truncate(WHOLE);
        return parts;
    }
    vec![text]
}

/// Whether it follows or holds still, and what is looked for.
fn state(log: &LogPane, pen: &Pen<'_>) -> Words {
    let mut words = match log.reading {
        Reading::Following => vec![(format!("{} ", pen.say("log-following")), Meaning::Dim)],
        Reading::Paused => vec![(format!("{} ", pen.say("log-scrolled")), Meaning::Warn)],
    };
    if !log.wanted.is_empty() {
        words.push((format!("/{} ", log.wanted), Meaning::Key));
    }
    words
}

/// How far the newest running job is, and how many run beside it.
fn progress(job: &Job, running: usize, pen: &Pen<'_>) -> String {
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
    let beside = if running > 1 { format!("+{} ", running - 1) } else { String::new() };
    format!(" {} {:>3}% {} {beside}", bar(job.percent, 12), job.percent, pen.text(&line))
}

/// A line with the end of an answer that is coming.
fn draw_lane(log: &LogPane, lane: &Lane, row: usize, pen: &mut Pen<'_>) {
    let name = match lane.week {
        0 => pen.say("log-lane-outline"),
        week => pen.text(&Message::new("log-lane").with("week", week)),
    };
    let letter = log.letter(&lane.job).map(|letter| format!("{letter} ")).unwrap_or_default();
    let column = pen.put(2, row, &format!("{letter}{name}"), Meaning::Value);
    let width = pen.width().saturating_sub(column + 2);
    let mut end: Vec<char> = lane.text.chars().rev().take(width).collect();
    end.reverse();
    let end: String =
        end.into_iter().map(|sign| if sign.is_whitespace() { ' ' } else { sign }).collect();
    pen.put(column + 1, row, &end, Meaning::Dim);
}

/// What a model wrote for a week, broken at the edge of the page.
pub(super) fn spoken(log: &LogPane, job: &JobId, week: u16, pen: &Pen<'_>) -> Vec<Words> {
    let text = log.text(job, week).unwrap_or_default();
    wrapped(text, pen.width().saturating_sub(4))
        .into_iter()
        .map(|line| vec![(line, Meaning::Plain)])
        .collect()
}

/// A bar of `width` cells, filled to `percent`.
#[must_use]
pub(super) fn bar(percent: u8, width: usize) -> String {
    let filled = (usize::from(percent) * width + 50) / 100;
    format!("{}{}", "▓".repeat(filled), "░".repeat(width.saturating_sub(filled)))
}
