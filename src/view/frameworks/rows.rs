//! The rows of a framework and of one of its units, and below what the row under the cursor wants.

use ratatui::layout::Rect;

use super::super::pen::{Pen, named};
use super::super::theme::Meaning;
use crate::app::Model;
use crate::app::frameworks::{Card, FrameRow, FrameSort, FrameworksPane};
use crate::domain::{CatalogueKind, Lang, Message, SkillWeights, Slot};
use crate::language::{columns, write_number};
use crate::library::{Library, visibility_id};

/// Columns of what a row is called.
const LABEL: usize = 20;
/// Columns of the role of a unit, with its number.
const ROLE: usize = 16;
/// Lines below the rows.
const FOOT: usize = 2;

/// Draws the rows below the heading.
pub(super) fn draw(model: &Model, pane: &FrameworksPane, pen: &mut Pen<'_>) {
    let (Some(card), Some(shelf)) = (pane.card(), &model.shelf) else { return };
    let rows = pen.height().saturating_sub(2 + FOOT);
    let area = pen.below(2);
    let at = pane.at();
    {
        let mut pen = pen.within(Rect { height: rows as u16, ..area });
        for (place, row) in pane.rows().into_iter().enumerate().skip(at.scroll).take(rows) {
            let drawn = place - at.scroll;
            let here = place == at.cursor;
            if here {
                pen.put(0, drawn, "▌", Meaning::Focus);
            }
            line(card, pane.slot(), &shelf.library, row, (drawn, here), &mut pen);
        }
    }
    let height = pen.height();
    let mut pen = pen.within(pen.below(height.saturating_sub(FOOT)));
    pen.fill(0, 0, "─", Meaning::Dim);
    if let Some(row) = pane.row() {
        let help = pen.say(help(row));
        pen.put(1, 1, &help, Meaning::Dim);
    }
}

fn line(
    card: &Card,
    slot: Option<&Slot>,
    library: &Library,
    row: FrameRow,
    (at, here): (usize, bool),
    pen: &mut Pen<'_>,
) {
    let meaning = if here { Meaning::Cursor } else { Meaning::Plain };
    if let FrameRow::Slot(place) = row {
        if let Some(slot) = card.framework.slots.get(place) {
            slot_line(slot, place, library, (at, meaning), pen);
        }
        return;
    }
    let label = pen.say(row.key());
    if row == FrameRow::AddSlot {
        pen.put(2, at, &format!("+ {label}"), if here { Meaning::Cursor } else { Meaning::Dim });
        return;
    }
    let width = LABEL.min(pen.width() / 2);
    {
        let area = pen.area();
        let mut left = pen.within(Rect { width: width as u16, ..area });
        left.put(2, at, &label, if here { Meaning::Title } else { Meaning::Dim });
    }
    let value = value(card, slot, library, row, pen);
    let value = if value.is_empty() { "–".to_owned() } else { value };
    if row.sort() == FrameSort::Cycle {
        let turn = if here { Meaning::Key } else { Meaning::Dim };
        let column = pen.put(width, at, "‹ ", turn);
        let column = pen.put(column, at, &value, meaning);
        pen.put(column, at, " ›", turn);
    } else {
        pen.put(width, at, &value, meaning);
    }
}

/// A unit of the framework: its number, role and title, what it trains, and its plan.
fn slot_line(
    slot: &Slot,
    place: usize,
    library: &Library,
    (at, meaning): (usize, Meaning),
    pen: &mut Pen<'_>,
) {
    let role = pen.text(&named("slot-role-", slot.role.id()));
    pen.put(2, at, &format!("{:>2} {role}", place + 1), Meaning::Dim);
    let plan = plan(slot, pen);
    let minutes = slot.minutes.map(|minutes| format!("{minutes}′ ")).unwrap_or_default();
    let right = format!(" {minutes}{plan}");
    let start = pen.width().saturating_sub(columns(&right) + 1);
    let sign = if slot.blueprint.is_some() { Meaning::Good } else { Meaning::Dim };
    pen.put(start, at, &right, sign);
    let area = pen.area();
    let mut left = pen.within(Rect { width: start as u16, ..area });
    let end = left.put(ROLE, at, &slot.title, meaning);
    let skills = skills(&slot.skills, library, left.lang());
    left.put(end + 2, at, &skills, Meaning::Dim);
}

/// What the plan of a unit holds.
fn plan(slot: &Slot, pen: &Pen<'_>) -> String {
    if slot.blueprint.is_none() {
        return format!("○ {}", pen.say("frame-no-plan"));
    }
    let count = Message::new("frame-planned").with("count", slot.exercises().count());
    format!("● {}", pen.text(&count))
}

fn value(
    card: &Card,
    slot: Option<&Slot>,
    library: &Library,
    row: FrameRow,
    pen: &Pen<'_>,
) -> String {
    let framework = &card.framework;
    match (row, slot) {
        (FrameRow::Title, _) => framework.title.clone(),
        (FrameRow::Visibility, _) => {
            pen.text(&named("visibility-", visibility_id(framework.visibility)))
        }
        (FrameRow::Skills, _) => skills(&framework.skills, library, pen.lang()),
        (FrameRow::SlotTitle, Some(slot)) => slot.title.clone(),
        (FrameRow::Role, Some(slot)) => pen.text(&named("slot-role-", slot.role.id())),
        (FrameRow::Minutes, Some(slot)) => {
            slot.minutes.map(|minutes| format!("{minutes}′")).unwrap_or_default()
        }
        (FrameRow::SlotSkills, Some(slot)) => skills(&slot.skills, library, pen.lang()),
        (FrameRow::Notes, Some(slot)) => slot.notes.clone(),
        (FrameRow::Plan, Some(slot)) => contents(slot, pen),
        _ => match row.sort() {
            FrameSort::List(kind, _) => {
                let picked = row.picked(framework, slot);
                names(kind, picked.iter().map(|pick| pick.id.as_str()), library, pen.lang())
            }
            _ => String::new(),
        },
    }
}

/// The exercises of a unit's plan, in order.
fn contents(slot: &Slot, pen: &Pen<'_>) -> String {
    let plan = plan(slot, pen);
    let Some(blueprint) = &slot.blueprint else { return plan };
    let items = blueprint.items().map(|(_, item)| item.label.get(pen.lang()));
    let items: Vec<&str> = items.collect();
    if items.is_empty() { plan } else { format!("{plan}: {}", items.join(", ")) }
}

fn names<'a>(
    kind: CatalogueKind,
    ids: impl Iterator<Item = &'a str>,
    library: &Library,
    lang: Lang,
) -> String {
    let name = |id| library.catalogues().name(kind, id).get(lang).to_owned();
    ids.map(name).collect::<Vec<_>>().join(", ")
}

/// Skills with their weights, the heaviest first.
fn skills(weights: &SkillWeights, library: &Library, lang: Lang) -> String {
    let mut skills: Vec<_> = weights.iter().collect();
    skills.sort_by(|a, b| b.1.total_cmp(a.1));
    let one = |(skill, weight): (&crate::domain::SkillId, &f32)| {
        let name = library.catalogues().name(CatalogueKind::Skills, skill.as_str());
        format!("{} {}", name.get(lang), write_number(f64::from(*weight), 2, lang))
    };
    skills.into_iter().map(one).collect::<Vec<_>>().join(", ")
}

const fn help(row: FrameRow) -> &'static str {
    match row {
        FrameRow::Slot(_) => "frame-help-slot",
        FrameRow::Plan => "frame-help-plan",
        FrameRow::AddSlot => "frame-help-add-slot",
        FrameRow::Skills => "frame-help-skills",
        FrameRow::SlotSkills => "frame-help-slot-skills",
        FrameRow::Notes => "frame-help-notes",
        FrameRow::Visibility => "frame-help-visibility",
        FrameRow::Minutes => "frame-help-minutes",
        _ => match row.sort() {
            FrameSort::Cycle => "edit-help-cycle",
            FrameSort::List(..) => "edit-help-list",
            FrameSort::Text | FrameSort::Inner => "frame-help-title",
        },
    }
}
