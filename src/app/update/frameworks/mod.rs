//! Commands of the frameworks, and what the store says to their changes.

mod desk;
mod rows;

pub(super) use desk::parts;

use super::super::Overlay;
use super::super::choice::ChoicePane;
use super::super::effect::Effect;
use super::super::entry::{Entry, Purpose};
use super::super::frameworks::{
    Card, FrameworkEffect, FrameworkLine, FrameworkReply, FrameworksPane, Level,
};
use super::super::log::Tone;
use super::super::{Command, Direction, Model};
use super::template::{change, push};
use super::{entry, template};
use crate::domain::{Framework, FrameworkId, Message, Slot, TargetGroupId, Visibility};
use crate::language::Catalogue;

/// Lines of the screen that are no rows: the heading, a gap, and what the row wants.
const AROUND: usize = 4;

/// Opens the frameworks, on one of them where one is wanted.
pub(super) fn open(model: &mut Model, wanted: Option<FrameworkId>, effects: &mut Vec<Effect>) {
    let ticket = model.ticket();
    model.overlays.push(Overlay::Frameworks(Box::new(FrameworksPane::asked(ticket, wanted))));
    push(effects, FrameworkEffect::List(ticket));
}

/// Runs a command of the screen.
pub(super) fn run(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::FrameworkUp | Command::FrameUp => with(model, |pane| pane.step(-1)),
        Command::FrameworkDown | Command::FrameDown => with(model, |pane| pane.step(1)),
        Command::FrameworkOpen => with(model, |pane| {
            if pane.card().is_some() {
                pane.enter(Level::Framework);
            }
        }),
        Command::FrameworkNew => {
            entry::open(model, Purpose::Framework(FrameworkLine::New), "");
        }
        Command::FrameworkCopy => copy(model, effects),
        Command::FrameworkArchive => archive(model, effects),
        Command::FrameworkRestore => restore(model, effects),
        Command::FrameOpen => rows::open(model, effects),
        Command::FrameLess => rows::turn(model, Direction::Less, effects),
        Command::FrameMore => rows::turn(model, Direction::More, effects),
        Command::SlotNew => entry::open(model, Purpose::Framework(FrameworkLine::NewSlot), ""),
        Command::SlotCopy => rows::copy_slot(model, effects),
        Command::SlotDrop => rows::drop_slot(model, effects),
        Command::SlotUp => rows::move_slot(model, Direction::Less, effects),
        Command::SlotDown => rows::move_slot(model, Direction::More, effects),
        Command::SlotPlan => desk::plan(model),
        Command::SlotUnit => desk::unit(model, effects),
        Command::FrameUndo => undo(model, effects),
        Command::FrameworksClose | Command::FrameClose => close(model, effects),
        _ => {}
    }
}

/// Changes the screen, on top or waiting beneath a template.
fn with(model: &mut Model, change: impl FnOnce(&mut FrameworksPane)) {
    if let Some(pane) = model.frameworks_mut() {
        change(pane);
    }
}

/// Takes a typed line, if it is one of a framework; what cannot be read stays, with the reason.
pub(super) fn typed(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(entry) = model.entry.take() else { return false };
    let Purpose::Framework(asked) = &entry.purpose else {
        model.entry = Some(entry);
        return false;
    };
    if let Err(why) = line(model, asked, entry.field.line().trim(), effects) {
        model.entry = Some(Entry { error: Some(why), ..entry });
    }
    true
}

/// Takes a line that was typed.
fn line(
    model: &mut Model,
    line: &FrameworkLine,
    text: &str,
    effects: &mut Vec<Effect>,
) -> Result<(), Message> {
    let is_title = !matches!(line, FrameworkLine::Row(_));
    if is_title && text.is_empty() {
        return Err(Message::new("entry-title-empty"));
    }
    match line {
        FrameworkLine::New => {
            let framework = Framework::new(model.ids.framework(), text, usual_target_group(model));
            add(model, framework, effects);
        }
        FrameworkLine::NewSlot => {
            let slot = Slot::new(model.ids.slot(), text);
            rows::add_slot(model, slot, effects);
        }
        FrameworkLine::Row(row) => rows::typed(model, *row, text, effects)?,
    }
    Ok(())
}

/// Who a new framework is for: the people on the desk, else the first of the list.
fn usual_target_group(model: &Model) -> TargetGroupId {
    let of_desk = model.trainee.as_ref().and_then(|trainee| match &trainee.who {
        super::super::effect::Who::Group(group) => Some(group.target_group.clone()),
        _ => None,
    });
    let first = model.shelf.as_ref().and_then(|shelf| {
        let kind = crate::domain::CatalogueKind::TargetGroups;
        shelf.library.catalogues().list(kind).first()
    });
    of_desk
        .or_else(|| first.map(|entry| TargetGroupId::from(entry.id.as_str())))
        .unwrap_or_else(|| TargetGroupId::from("adults"))
}

fn add(model: &mut Model, framework: Framework, effects: &mut Vec<Effect>) {
    let (card, effect) = Card::new(framework);
    with(model, |pane| pane.add(card));
    push(effects, effect);
}

/// Copies the framework under the cursor; the copy is the club's.
fn copy(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(framework) =
        model.frameworks().and_then(FrameworksPane::card).map(|it| it.framework.clone())
    else {
        return;
    };
    let title = copied_title(model, &framework.title);
    let id = model.ids.framework();
    add(model, Framework { id, title, visibility: Visibility::Club, ..framework }, effects);
}

fn copied_title(model: &Model, title: &str) -> String {
    Catalogue::load(model.lang).text(&Message::new("unit-copy-title").with("title", title))
}

fn archive(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(card) = model.frameworks_mut().and_then(FrameworksPane::archive) else { return };
    let title = card.framework.title.clone();
    if let Some(effect) = card.change(|it| it.visibility = Visibility::Archived) {
        push(effects, effect);
    }
    model.tell(Tone::Plain, Message::new("frame-archived").with("title", title));
}

fn restore(model: &mut Model, effects: &mut Vec<Effect>) {
    let effect = model.frameworks_mut().and_then(FrameworksPane::restore).and_then(Card::undo);
    match effect {
        Some(effect) => push(effects, effect),
        None => model.tell(Tone::Warn, Message::new("why-not-undo")),
    }
}

fn undo(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.frameworks_mut().and_then(FrameworksPane::card_mut).and_then(Card::undo) {
        Some(effect) => {
            push(effects, effect);
            model.tell(Tone::Plain, Message::new("notice-undone"));
        }
        None => model.tell(Tone::Warn, Message::new("why-not-undo")),
    }
}

/// Goes one level up, or leaves the screen; whoever follows a framework is fetched anew then.
fn close(model: &mut Model, effects: &mut Vec<Effect>) {
    let inside = model.frameworks_mut().is_some_and(FrameworksPane::leave);
    if inside {
        return;
    }
    model.overlays.pop();
    let followed = model.trainee.as_ref().filter(|trainee| trainee.framework.is_some());
    if let Some(owner) = followed.map(|trainee| trainee.who.owner()) {
        let ticket = model.ticket();
        model.opening = Some(ticket);
        effects.push(Effect::OpenOwner(ticket, owner));
    }
}

/// Takes what was picked from a list for the row under the cursor.
pub(super) fn picked(model: &mut Model, choice: &ChoicePane, effects: &mut Vec<Effect>) {
    let Some(row) = model.frameworks().and_then(FrameworksPane::row) else { return };
    change(model, effects, |framework, slot| row.take(framework, slot, &choice.picked));
}

/// Takes a reply in.
pub(super) fn take(model: &mut Model, reply: FrameworkReply, effects: &mut Vec<Effect>) {
    match reply {
        FrameworkReply::Listed(ticket, cards) => with(model, |pane| {
            if pane.asked == Some(ticket) {
                pane.fill(cards);
            }
        }),
        FrameworkReply::Saved(id, version) => with(model, |pane| {
            let archived = pane.archived.as_mut().filter(|card| card.framework.id == id);
            match archived {
                Some(card) => card.confirmed(version),
                None => {
                    if let Some(card) = pane.card_of(&id) {
                        card.confirmed(version);
                    }
                }
            }
        }),
        FrameworkReply::Kept(id, why) => part_ways(model, &id, why, effects),
    }
}

/// A framework may not be written over: what was changed goes on in a copy, so that nobody's work
/// is lost.
fn part_ways(model: &mut Model, id: &FrameworkId, why: Message, effects: &mut Vec<Effect>) {
    let title = model
        .frameworks_mut()
        .and_then(|pane| pane.card_of(id))
        .map(|card| card.framework.title.clone());
    // a further change of the same framework was under way: it has gone its own way already
    let Some(title) = title else { return };
    let title = copied_title(model, &title);
    let new = model.ids.framework();
    if let Some(card) = model.frameworks_mut().and_then(|pane| pane.card_of(id)) {
        push(effects, card.part_ways(new.clone(), title));
    }
    template::moved(model, id, &new);
    model.log.say(Tone::Warn, None, why);
    model.tell(Tone::Warn, Message::new("frame-parted"));
}

/// Keeps the cursor in sight.
pub(super) fn settle(model: &mut Model) {
    let rows = usize::from(model.regions().body.height).saturating_sub(AROUND);
    if let Some(Overlay::Frameworks(pane)) = model.overlays.last_mut() {
        pane.keep_visible(rows);
    }
}
