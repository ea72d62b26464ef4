//! What results would change, before it is written; and a plan in kilograms for each athlete.

use super::pen::Pen;
use super::theme::Meaning;
use crate::app::changes::{CHANGE_LINES, ChangesPane};
use crate::app::page::LoadSheet;
use crate::domain::Message;
use crate::language::columns;
use crate::notation;

/// Draws the list over the panes.
pub(super) fn draw(pane: &ChangesPane, mut pen: Pen<'_>) {
    pen.clear();
    let title = pen.text(
        &Message::new("changes-title")
            .with("title", pane.title.as_str())
            .with("n", pane.changes.len()),
    );
    pen.heading(&title, true);
    let mut pen = pen.within(pen.below(1));
    let rows = pen.height() / CHANGE_LINES;
    let lang = pen.lang();
    for (row, (at, change)) in
        pane.changes.iter().enumerate().skip(pane.scroll).take(rows.max(1)).enumerate()
    {
        let top = row * CHANGE_LINES;
        let place = pen.text(
            &Message::new("adapt-line")
                .with("week", change.week)
                .with("unit", change.title.as_str()),
        );
        let column = pen.put(2, top, &place, Meaning::Title);
        let swap = change.swap.as_ref().map(|(_, name)| format!(" → {}", name.get(lang)));
        let name = format!("{}{}", change.exercise.get(lang), swap.unwrap_or_default());
        let end = pen.put(column + 2, top, &name, Meaning::Plain);
        let before = notation::print(&change.before, lang);
        let after = notation::print(&change.after, lang);
        let column = pen.put(4, top + 1, &format!("- {before}  "), Meaning::Dim);
        pen.put(column, top + 1, &format!("+ {after}"), Meaning::Value);
        let why = pen.text(&change.why);
        pen.put(4, top + 2, &why, Meaning::Dim);
        if at == pane.cursor {
            pen.put(0, top, "▌", Meaning::Focus);
            pen.mark(1, top, end.saturating_sub(1), Meaning::Cursor);
        }
    }
}

/// Draws the load sheet: items down, athletes across, as many as fit.
pub(super) fn loads(sheet: &LoadSheet, scroll: usize, pen: &mut Pen<'_>) {
    const GAP: usize = 2;
    let names = sheet.rows.iter().map(|(name, _)| columns(name)).max().unwrap_or(0);
    let first = names.min(pen.width() * 2 / 5) + GAP;
    let rows = pen.height().saturating_sub(1);
    let shown: Vec<_> = sheet.rows.iter().skip(scroll).take(rows).collect();
    for (row, (name, _)) in shown.iter().enumerate() {
        let area =
            ratatui::layout::Rect { width: (first as u16).min(pen.area().width), ..pen.area() };
        pen.within(area).put(2, row + 1, name, Meaning::Plain);
    }
    let mut left = first + 2;
    for (at, athlete) in sheet.athletes.iter().enumerate() {
        let cell = |(_, cells): &&(String, Vec<String>)| cells.get(at).map_or(0, |it| columns(it));
        let width =
            sheet.rows.iter().map(|row| cell(&row)).max().unwrap_or(0).max(columns(athlete));
        if left + width > pen.width() {
            pen.put_right(0, &format!(" +{}", sheet.athletes.len() - at), Meaning::Dim);
            return;
        }
        pen.put(left, 0, athlete, Meaning::Title);
        for (row, (_, cells)) in shown.iter().enumerate() {
            let text = cells.get(at).map_or("", String::as_str);
            pen.put(left, row + 1, text, Meaning::Value);
        }
        left += width + GAP;
    }
}
