//! The last line: what the keys do here, a notice, or the line being typed.

use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::{Pen, named};
use super::theme::{Meaning, tone};
use crate::app::entry::{Entry, Purpose};
use crate::app::{Hint, Model, TABLE, available};

use crate::language::columns;

/// Draws the line.
pub(super) fn draw(model: &Model, mut pen: Pen<'_>) {
    if pen.height() == 0 {
        return;
    }
    if let Some(notice) = &model.notice {
        let (meaning, sign) = tone(notice.tone);
        let text = pen.text(&notice.text);
        pen.put(0, 0, &format!("{sign} {text}"), meaning);
        unsaved(model, &mut pen);
        return;
    }
    let scope = model.scope();
    let mut column = 1;
    let here = TABLE.iter().filter(|row| row.scope == scope);
    let beneath = TABLE.iter().filter(|row| scope.beneath() == Some(row.scope));
    let room = unsaved(model, &mut pen);
    for row in here.chain(beneath).filter(|row| row.hint == Hint::Shown) {
        if available(model, row.command).is_err() {
            continue;
        }
        // a key that means something else here is no hint
        let keys = model.keymap.keys_of(row.command);
        let means = |key: &String| {
            key.parse().ok().and_then(|key| model.keymap.command(scope, key)) == Some(row.command)
        };
        let Some(key) = keys.into_iter().find(means) else { continue };
        let word = pen.text(&named("hint-", row.name));
        if column + columns(&key) + columns(&word) + 1 > room {
            continue;
        }
        column = pen.put(column, 0, &key, Meaning::Key);
        column = pen.put(column + 1, 0, &word, Meaning::Dim) + 2;
    }
}

/// Marks at the right that there are edits the database does not have yet; the columns left of
/// the mark.
fn unsaved(model: &Model, pen: &mut Pen<'_>) -> usize {
    let unsaved = model.open.as_ref().is_some_and(|open| open.unconfirmed() > 0);
    if unsaved {
        pen.put_right(0, " ●", Meaning::Warn);
    }
    pen.width().saturating_sub(usize::from(unsaved) * 2)
}

/// Draws the line being typed over the last two lines of the screen.
pub(super) fn entry(entry: &Entry, pen: &mut Pen<'_>) {
    let area = pen.area();
    let rows = area.height.min(2);
    let mut pen = pen.within(Rect { y: area.y + area.height - rows, height: rows, ..area });
    pen.clear();
    let label = pen.say(label(&entry.purpose));
    let column = pen.put(0, 0, &format!(" {label} "), Meaning::Focus) + 1;
    let line = pen.area();
    let field = Rect {
        x: line.x + column as u16,
        width: line.width.saturating_sub(column as u16),
        height: 1.min(line.height),
        ..line
    };
    entry.field.area().render(field, pen.frame());
    if let Some(error) = &entry.error {
        let text = pen.text(error);
        pen.put(0, 1, &format!("✗ {text}"), Meaning::Bad);
    } else {
        let help = pen.say(help(&entry.purpose));
        pen.put(1, 1, &help, Meaning::Dim);
    }
}

const fn label(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Query => "entry-query",
        Purpose::Dose(_) | Purpose::RowDose(_) => "entry-dose",
        Purpose::RowSplit(_) => "entry-split",
        Purpose::RowExercise(_) => "entry-exercise",
        Purpose::ImportPath => "entry-path",
        Purpose::Title(_) => "entry-title",
        Purpose::Minutes(_) => "entry-minutes",
        Purpose::UnitNumbers => "entry-unit-numbers",
        Purpose::FreeLine => "entry-free-line",
        Purpose::UnitTitle => "entry-unit-title",
        Purpose::Result(_) => "entry-result",
        Purpose::Reason { .. } => "entry-reason",
        Purpose::Library(line) => line.key(),
        Purpose::Term => "entry-term",
        Purpose::Refit => "entry-refit",
        Purpose::Anew(..) => "entry-anew",
        Purpose::LogFind => "entry-log-find",
    }
}

const fn help(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Query => "entry-query-help",
        Purpose::Dose(_) | Purpose::RowDose(_) => "entry-dose-help",
        Purpose::RowSplit(_) => "entry-split-help",
        Purpose::RowExercise(_) => "entry-exercise-help",
        Purpose::ImportPath => "entry-path-help",
        Purpose::Title(_) => "entry-title-help",
        Purpose::Minutes(_) => "entry-minutes-help",
        Purpose::UnitNumbers => "entry-unit-numbers-help",
        Purpose::FreeLine => "entry-free-line-help",
        Purpose::UnitTitle => "entry-unit-title-help",
        Purpose::Result(_) => "entry-result-help",
        Purpose::Reason { .. } => "entry-reason-help",
        Purpose::Library(line) => line.help(),
        Purpose::Term => "entry-term-help",
        Purpose::Refit => "entry-refit-help",
        Purpose::Anew(..) => "entry-anew-help",
        Purpose::LogFind => "entry-log-find-help",
    }
}
