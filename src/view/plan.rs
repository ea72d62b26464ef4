//! The unit plan: headings with minutes, items with their doses, one line each.

use super::findings;
use super::pen::{Pen, Words, named};
use super::theme::Meaning;
use crate::app::findings::worst;
use crate::app::plan::{self, Line};
use crate::app::{Model, Pane};
use crate::domain::{CatalogueKind, Item, Section, Unit};
use crate::language::columns;
use crate::library::Library;
use crate::lint::Severity;
use crate::notation;
use crate::training;

/// Draws the pane.
pub(super) fn draw(model: &Model, mut pen: Pen<'_>) {
    let focused = model.focus == Pane::Plan && model.overlays.is_empty();
    let Some(open) = &model.open else {
        let title = pen.say("plan-title");
        pen.heading(&title, focused);
        let text = pen.say("plan-no-unit");
        pen.put(2, 2, &text, Meaning::Dim);
        return;
    };
    let title =
        if open.unit.title.is_empty() { pen.say("plan-title") } else { open.unit.title.clone() };
    pen.heading(&title, focused);
    findings::tally(model, &mut pen);
    let mut pen = pen.within(pen.below(1));
    if open.unit.sections.is_empty() {
        let text = pen.say("plan-empty-unit");
        pen.put(2, 1, &text, Meaning::Dim);
        return;
    }
    let library = model.shelf.as_ref().map(|shelf| &*shelf.library);
    let rows = pen.height();
    for (row, line) in plan::lines(&open.unit).iter().skip(model.plan.scroll).take(rows).enumerate()
    {
        let here = model.plan.cursor.as_ref() == Some(line);
        match line {
            Line::Section(id) => {
                if let Some(section) = open.unit.section(id) {
                    let found = worst(&model.lint.found, line);
                    heading(&mut pen, row, &open.unit, section, library, found);
                }
            }
            Line::Item(_, id) => {
                if let Some((section, item)) = open.unit.item(id) {
                    item_line(&mut pen, row, section, item);
                    if let Some(severity) = worst(&model.lint.found, line) {
                        let (sign, meaning) = findings::sign(severity);
                        let sign = pen.say(sign);
                        pen.put(1, row, &sign, meaning);
                    }
                }
            }
        }
        if here {
            pen.put(0, row, "▌", Meaning::Focus);
            if focused {
                let width = label_width(&open.unit, line, &pen);
                pen.mark(1, row, width, Meaning::Cursor);
            }
        }
    }
    more_below(&mut pen, plan::lines(&open.unit).len(), model.plan.scroll);
}

fn heading(
    pen: &mut Pen<'_>,
    row: usize,
    unit: &Unit,
    section: &Section,
    library: Option<&Library>,
    found: Option<Severity>,
) {
    let name = section_name(pen, section);
    let mut words: Words = vec![(name, Meaning::Title)];
    if let Some(severity) = found {
        let (sign, meaning) = findings::sign(severity);
        words.push((format!("  {}", pen.say(sign)), meaning));
    }
    if let Some(stream) = unit
        .streams
        .iter()
        .find(|stream| (stream.phase, stream.stream) == (section.phase, section.stream))
    {
        words.push((format!(" ∥ {}", stream.title), Meaning::Value));
    }
    if let Some(format) = section.format {
        words
            .push((format!("  {}", format_name(pen, section, format.id(), library)), Meaning::Dim));
    }
    pen.put_words(2, row, &words);
    let planned = library.map(|library| training::filled_section_minutes(section, library));
    let text = match (planned, section.minutes) {
        (Some(planned), Some(minutes)) => format!(" {planned:.0}/{minutes}′"),
        (Some(planned), None) if planned >= 0.5 => format!(" {planned:.0}′"),
        (None, Some(minutes)) => format!(" {minutes}′"),
        _ => String::new(),
    };
    let over = matches!((planned, section.minutes), (Some(planned), Some(minutes))
        if planned > f32::from(minutes) * 1.1);
    pen.put_right(row, &text, if over { Meaning::Warn } else { Meaning::Dim });
}

/// The title a section is shown by: its own, or the name of its kind.
#[must_use]
pub(super) fn section_name(pen: &Pen<'_>, section: &Section) -> String {
    if section.title.is_empty() {
        pen.text(&named("section-", section.kind.id()))
    } else {
        section.title.clone()
    }
}

fn format_name(pen: &Pen<'_>, section: &Section, id: &str, library: Option<&Library>) -> String {
    let name = library.map_or_else(
        || id.to_owned(),
        |library| library.catalogues().name(CatalogueKind::Formats, id).get(pen.lang()).to_owned(),
    );
    match (section.rounds, section.cap_s) {
        (Some(rounds), _) => format!("{name} ×{rounds}"),
        (None, Some(cap)) => format!("{name} {}′", cap / 60),
        (None, None) => name,
    }
}

fn item_line(pen: &mut Pen<'_>, row: usize, section: &Section, item: &Item) {
    let dose = notation::print(&item.prescription, pen.lang());
    let dose = match (&item.log, dose.is_empty(), item.minutes) {
        (Some(log), _, _) => training::print_result(log, pen.lang()),
        (None, true, Some(minutes)) => format!("{minutes}′"),
        _ => dose,
    };
    // The name keeps at least half of the line; a longer dose is cut and seen whole when edited.
    let room = pen.width().saturating_sub(3);
    let name = name_of(pen, section, item);
    let room_for_dose = room.saturating_sub(columns(&name).min(room / 2) + 1);
    let area = pen.area();
    let start = area.width as usize - columns(&dose).min(room_for_dose);
    {
        let mut left =
            pen.within(ratatui::layout::Rect { width: (start.saturating_sub(1)) as u16, ..area });
        let meaning = if item.exercise.is_some() { Meaning::Plain } else { Meaning::Dim };
        left.put(3, row, &name, meaning);
    }
    pen.put(start, row, &dose, Meaning::Value);
}

fn name_of(pen: &Pen<'_>, section: &Section, item: &Item) -> String {
    let name = item.label.get(pen.lang());
    match item.superset {
        Some(tag) if section.items.len() > 1 => format!("{tag} {name}"),
        _ => name.to_owned(),
    }
}

fn label_width(unit: &Unit, line: &Line, pen: &Pen<'_>) -> usize {
    let name = match line {
        Line::Section(id) => {
            unit.section(id).map(|section| columns(&section_name(pen, section)) + 1)
        }
        Line::Item(_, id) => {
            unit.item(id).map(|(section, item)| columns(&name_of(pen, section, item)) + 2)
        }
    };
    name.unwrap_or(0).min(pen.width().saturating_sub(1) / 2 + 1)
}

/// Says at the lower right how many lines do not fit.
fn more_below(pen: &mut Pen<'_>, lines: usize, scroll: usize) {
    let hidden = lines.saturating_sub(scroll + pen.height());
    if hidden > 0 {
        let line = pen.height().saturating_sub(1);
        pen.put_right(line, &format!(" ↓{hidden}"), Meaning::Dim);
    }
}
