//! What the linter found: signs at the lines of the plan, and the list.

use super::pen::{Pen, Words, wrapped};
use super::theme::Meaning;
use crate::app::Model;
use crate::app::findings::{Detail, Entry, FindingsPane, counts, entries};
use crate::domain::{ItemId, Message, Unit};
use crate::lint::{Severity, rule};

/// The letter of a severity and how it is set apart: the letter alone says it.
#[must_use]
pub(super) const fn sign(severity: Severity) -> (&'static str, Meaning) {
    match severity {
        Severity::Error => ("lint-sign-error", Meaning::Bad),
        Severity::Warn => ("lint-sign-warn", Meaning::Warn),
        Severity::Info => ("lint-sign-info", Meaning::Dim),
    }
}

/// `E1 W2 i3` at the right of a heading; nothing where nothing was found.
pub(super) fn tally(model: &Model, pen: &mut Pen<'_>) {
    let mut words: Words = Vec::new();
    for (severity, count) in counts(&model.lint.found).into_iter().filter(|(_, count)| *count > 0) {
        let (id, meaning) = sign(severity);
        let letter = pen.say(id);
        words.push((format!(" {letter}{count}"), meaning));
    }
    if words.is_empty() {
        return;
    }
    words.push((" ".to_owned(), Meaning::Dim));
    let width: usize = words.iter().map(|(text, _)| text.chars().count()).sum();
    let column = pen.width().saturating_sub(width);
    pen.put_words(column, 0, &words);
}

/// Draws the list over the panes.
pub(super) fn draw(model: &Model, pane: &FindingsPane, mut pen: Pen<'_>) {
    pen.clear();
    let title = pen.say("findings-title");
    pen.heading(&title, true);
    tally(model, &mut pen);
    let Some(open) = &model.open else { return };
    let all = entries(&model.lint.found, &open.unit);
    let mut pen = pen.within(pen.below(1));
    if all.is_empty() {
        let text = pen.say("findings-none");
        pen.put(2, 1, &text, Meaning::Good);
        return;
    }
    let below = 5.min(pen.height() / 2);
    let rows = pen.height().saturating_sub(below);
    for (row, (at, entry)) in all.iter().enumerate().skip(pane.scroll).take(rows).enumerate() {
        line(&mut pen, row, *entry, &open.unit);
        if at == pane.cursor {
            pen.put(0, row, "▌", Meaning::Focus);
            let width = pen.width().saturating_sub(1);
            pen.mark(1, row, width, Meaning::Cursor);
        }
    }
    if let Some(entry) = all.get(pane.cursor) {
        about(&mut pen, rows, *entry, pane.detail);
    }
}

fn line(pen: &mut Pen<'_>, row: usize, entry: Entry<'_>, unit: &Unit) {
    let (sign, meaning, code, text, item, fixable) = match entry {
        Entry::Found(finding) => {
            let (id, meaning) = sign(finding.severity);
            let text = pen.text(&finding.message);
            let code = finding.rule.id().to_owned();
            (pen.say(id), meaning, code, text, finding.item.as_ref(), finding.fixable())
        }
        Entry::Off(off, item) => {
            let said = Message::new("findings-off").with("reason", off.reason.as_str());
            ("–".to_owned(), Meaning::Dim, off.rule.clone(), pen.text(&said), item, false)
        }
    };
    let place = label(unit, item, pen);
    let mends = if fixable { pen.say("findings-mends") } else { String::new() };
    let column = pen.put(2, row, &sign, meaning);
    let column = pen.put(column + 1, row, &code, Meaning::Key);
    let right = format!(" {mends}");
    let room = pen.width().saturating_sub(right.chars().count());
    {
        let area = ratatui::layout::Rect { width: room as u16, ..pen.area() };
        let mut left = pen.within(area);
        let column = left.put(column + 1, row, &text, Meaning::Plain);
        left.put(column + 2, row, &place, Meaning::Dim);
    }
    pen.put_right(row, &right, Meaning::Good);
}

/// The name of the item a finding is about.
fn label(unit: &Unit, item: Option<&ItemId>, pen: &Pen<'_>) -> String {
    item.and_then(|id| unit.item(id))
        .map_or_else(String::new, |(_, item)| item.label.get(pen.lang()).to_owned())
}

/// The rule of the entry: what it looks for, how it is mended, where it comes from.
fn about(pen: &mut Pen<'_>, top: usize, entry: Entry<'_>, detail: Detail) {
    pen.fill(0, top, "─", Meaning::Dim);
    let code = match entry {
        Entry::Found(finding) => Some(finding.rule),
        Entry::Off(off, _) => crate::lint::Code::from_id(&off.rule),
    };
    let Some(row) = code.and_then(rule) else { return };
    let width = pen.width().saturating_sub(4);
    let mut lines: Vec<(String, Meaning)> = Vec::new();
    let sentence = match entry {
        Entry::Found(finding) => pen.text(&finding.message),
        Entry::Off(off, _) => off.reason.clone(),
    };
    let mut add = |text: &str, meaning| {
        lines.extend(wrapped(text, width).into_iter().map(|line| (line, meaning)));
    };
    add(&sentence, Meaning::Plain);
    if detail == Detail::Full {
        for (label, text) in [
            ("findings-looks-for", row.condition_in(pen.lang())),
            ("findings-mended-by", row.fix_in(pen.lang())),
            ("findings-source", row.source.as_str()),
        ] {
            let label = pen.say(label);
            add(&format!("{label} {text}"), Meaning::Dim);
        }
    } else {
        let label = pen.say("findings-mended-by");
        add(&format!("{label} {}", row.fix_in(pen.lang())), Meaning::Dim);
    }
    let room = pen.height().saturating_sub(top + 1);
    for (at, (text, meaning)) in lines.iter().take(room).enumerate() {
        pen.put(2, top + 1 + at, text, *meaning);
    }
}
