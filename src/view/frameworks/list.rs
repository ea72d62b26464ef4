//! The list of the frameworks: title, whom it is for, how many units, and how many of them have a
//! plan.

use ratatui::layout::Rect;

use super::super::pen::{Pen, named};
use super::super::theme::Meaning;
use crate::app::Model;
use crate::app::frameworks::{Card, FrameworksPane};
use crate::domain::{CatalogueKind, Message, Visibility};
use crate::language::columns;
use crate::library::visibility_id;

/// Draws the list below the heading.
pub(super) fn draw(model: &Model, pane: &FrameworksPane, pen: &mut Pen<'_>) {
    let mut pen = pen.within(pen.below(2));
    if pane.cards.is_empty() {
        let text = pen.say(if pane.asked.is_some() { "library-looking" } else { "frame-none" });
        pen.put(2, 0, &text, Meaning::Dim);
        return;
    }
    let followed = model.trainee.as_ref().and_then(|trainee| trainee.framework.as_ref());
    let rows = pen.height();
    let at = pane.at();
    for (place, card) in pane.cards.iter().enumerate().skip(at.scroll).take(rows) {
        let row = place - at.scroll;
        let here = place == at.cursor;
        if here {
            pen.put(0, row, "▌", Meaning::Focus);
        }
        let detail = detail(model, card, &pen);
        let start = pen.width().saturating_sub(columns(&detail).min(pen.width() / 2) + 1);
        pen.put(start, row, &detail, Meaning::Dim);
        let area = pen.area();
        let mut left = pen.within(Rect { width: start.saturating_sub(1) as u16, ..area });
        let meaning = if here { Meaning::Cursor } else { Meaning::Plain };
        let end = left.put(2, row, &card.framework.title, meaning);
        if followed.is_some_and(|framework| framework.id == card.framework.id) {
            let text = left.say("frame-followed");
            left.put(end + 1, row, &text, Meaning::Good);
        }
    }
}

fn detail(model: &Model, card: &Card, pen: &Pen<'_>) -> String {
    let framework = &card.framework;
    let units = Message::new("frame-units")
        .with("count", framework.slots.len())
        .with("planned", framework.slots.iter().filter(|slot| slot.blueprint.is_some()).count());
    let group = model.shelf.as_ref().map(|shelf| {
        let id = framework.target_group.as_str();
        let name = shelf.library.catalogues().name(CatalogueKind::TargetGroups, id);
        name.get(pen.lang()).to_owned()
    });
    // most are the club's; what is not, says so
    let reach = (framework.visibility != Visibility::Club)
        .then(|| pen.text(&named("visibility-", visibility_id(framework.visibility))));
    [Some(pen.text(&units)), group, reach].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
