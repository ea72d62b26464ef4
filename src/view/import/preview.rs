//! The units as they will be once the rows are in.

use super::place;
use crate::app::Model;
use crate::app::import::{Preview, PreviewLine, ReviewPane};
use crate::domain::Message;
use crate::language::columns;
use crate::view::pen::{Pen, named};
use crate::view::theme::Meaning;

/// Draws the preview.
pub(super) fn draw(model: &Model, review: &ReviewPane, preview: &Preview, pen: &mut Pen<'_>) {
    let height = pen.height();
    if preview.lines.is_empty() {
        let text = pen.say("notice-nothing-to-insert");
        pen.put(2, 0, &text, Meaning::Dim);
    }
    for (screen, line) in preview.lines.iter().skip(preview.scroll).take(height).enumerate() {
        match line {
            PreviewLine::Unit(number) => {
                let Some(place) = review.places.get(*number) else { continue };
                pen.fill(0, screen, "─", Meaning::Dim);
                let to = place::words(model, place, pen);
                let title =
                    format!(" {} ", if place.title.is_empty() { &to } else { &place.title });
                let end = pen.put(1, screen, &title, Meaning::Focus);
                if !place.title.is_empty() {
                    pen.put(end + 1, screen, &format!(" → {to} "), Meaning::Value);
                }
            }
            PreviewLine::Section { kind, title, format, rounds, cap_s } => {
                let kind = pen.text(&named("section-", kind.id()));
                let title = if title.is_empty() { kind } else { title.clone() };
                let end = pen.put(1, screen, &title, Meaning::Title);
                let mut how = Vec::new();
                how.extend(format.map(|format| format.id().replace('_', " ")));
                how.extend(
                    rounds.map(|rounds| {
                        pen.text(&Message::new("import-rounds").with("count", rounds))
                    }),
                );
                how.extend(cap_s.map(|seconds| format!("{}:{:02}", seconds / 60, seconds % 60)));
                pen.put(end + 2, screen, &how.join(" · "), Meaning::Dim);
            }
            PreviewLine::Item { group, name, dose, known } => {
                let sign = if *known { " " } else { "≡" };
                let dose_at = pen.width().saturating_sub(columns(dose) + 1);
                let area = pen.area();
                let left =
                    ratatui::layout::Rect { width: dose_at.saturating_sub(1) as u16, ..area };
                let group = if group.is_empty() { String::new() } else { format!("{group} ") };
                pen.within(left).put(2, screen, &format!("{sign} {group}{name}"), Meaning::Plain);
                pen.put(dose_at, screen, dose, Meaning::Value);
            }
        }
    }
    let hidden = preview.lines.len().saturating_sub(preview.scroll + height);
    if hidden > 0 {
        pen.put_right(height.saturating_sub(1), &format!(" ↓{hidden} "), Meaning::Dim);
    }
}
