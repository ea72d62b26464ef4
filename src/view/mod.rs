//! The model drawn: one file per pane, mirroring `app`. Changes nothing.

mod changes;
mod chips;
mod compare;
mod exercise;
mod findings;
mod generate;
mod hint;
mod import;
mod library;
mod log;
mod models;
mod offer;
mod offer_lines;
mod overview;
mod page;
mod pen;
mod picker;
mod plan;
mod statistics;
mod suggest;
mod suggest_pages;
#[cfg(test)]
mod tests;
mod theme;

use ratatui::buffer::Buffer;

use crate::app::{Model, Overlay};
use pen::Pen;
use theme::Meaning;

/// Draws the whole session into an empty frame.
pub fn draw(model: &Model, frame: &mut Buffer) {
    let mut pen = Pen::new(frame, model.theme, model.lang);
    if model.theme == crate::config::Theme::HighContrast {
        pen.clear();
    }
    let regions = model.regions();
    chips::draw(model, pen.within(regions.chips));
    match model.overlays.last() {
        None => {
            if regions.plan.width > 0 {
                plan::draw(model, pen.within(regions.plan));
            }
            if regions.suggest.width > 0 {
                let side_by_side = regions.plan.width > 0;
                if side_by_side {
                    divide(&mut pen, regions.suggest);
                }
                let mut area = regions.suggest;
                area.x += u16::from(side_by_side);
                area.width = area.width.saturating_sub(u16::from(side_by_side));
                suggest::draw(model, pen.within(area));
            }
            log::draw(model, pen.within(regions.log));
        }
        Some(Overlay::Source(source)) => import::source(source, pen.within(regions.body)),
        Some(Overlay::Review(review)) => import::review(model, review, pen.within(regions.body)),
        Some(Overlay::Form(form)) => generate::draw(model, form, pen.within(regions.body)),
        Some(Overlay::Picker(picker)) => picker::draw(picker, pen.within(regions.body)),
        Some(Overlay::Findings(pane)) => findings::draw(model, pane, pen.within(regions.body)),
        Some(Overlay::Overview(pane)) => overview::draw(pane, pen.within(regions.body)),
        Some(Overlay::Changes(pane)) => changes::draw(pane, pen.within(regions.body)),
        Some(Overlay::Offer(pane)) => offer::draw(model, pane, pen.within(regions.body)),
        Some(Overlay::UnitOffer(pane)) => offer_lines::draw(pane, pen.within(regions.body)),
        Some(Overlay::Compare(pane)) => {
            let library = model.shelf.as_ref().map(|shelf| &*shelf.library);
            compare::draw(pane, library, pen.within(regions.body));
        }
        Some(Overlay::Page(page)) => page::draw(model, page, pen.within(regions.body)),
        Some(Overlay::Library(pane)) => library::draw(model, pane, pen.within(regions.body)),
        Some(Overlay::Exercise(form)) => library::form(model, form, pen.within(regions.body)),
        Some(Overlay::Choice(choice)) => library::choice(choice, pen.within(regions.body)),
        Some(Overlay::Lists(pane)) => library::lists(model, pane, pen.within(regions.body)),
        Some(Overlay::Kept(pane)) => library::kept(model, pane, pen.within(regions.body)),
    }
    hint::draw(model, pen.within(regions.hint));
    if let Some(entry) = &model.entry {
        hint::entry(entry, &mut pen);
    }
}

fn divide(pen: &mut Pen<'_>, area: ratatui::layout::Rect) {
    let mut pen = pen.within(area);
    pen.put(0, 0, "┬", Meaning::Dim);
    for line in 1..pen.height() {
        pen.put(0, line, "│", Meaning::Dim);
    }
}
