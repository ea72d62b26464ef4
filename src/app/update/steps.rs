//! The next harder or easier step of a progression in the place of an exercise.

use super::super::effect::Effect;
use super::super::generate::Direction;
use super::super::log::Tone;
use super::super::{Model, propose, suggest};
use super::edits;
use crate::domain::{ItemField, Message, PlanEdit};
use crate::training::obstacles;

/// Puts the next harder or easier step of a progression in the place of the item's exercise.
pub(super) fn step(model: &mut Model, way: Direction, effects: &mut Vec<Effect>) {
    let (Some(shelf), Some(open)) = (&model.shelf, &model.open) else { return };
    let Some(item) = model.plan.item(&open.unit) else { return };
    let library = &shelf.library;
    let Some(old) = item.exercise.as_ref().and_then(|id| library.get(id)) else { return };
    let trainee = model.trainee.as_ref();
    let mut pack = suggest::pack(library, &open.unit, trainee, model.plan.cursor.as_ref(), None);
    pack.constraints.minutes_left = None;
    let steps = match way {
        Direction::More => library.successors(&old.id),
        Direction::Less => library.prerequisites(&old.id),
    };
    let chosen = model.suggest.graph.as_ref();
    let next = steps
        .iter()
        .filter(|(graph, _)| chosen.is_none_or(|wanted| graph.id == *wanted))
        .map(|(_, edge)| match way {
            Direction::More => &edge.to,
            Direction::Less => &edge.from,
        })
        .filter_map(|id| library.get(id))
        .find(|new| {
            obstacles(new, &pack.constraints).iter().all(crate::training::Obstacle::is_soft)
        });
    let Some(new) = next else {
        let why = match way {
            Direction::More => "why-not-harder",
            Direction::Less => "why-not-easier",
        };
        model.tell(Tone::Warn, Message::new(why).with("exercise", &old.name));
        return;
    };
    let dose = propose::adapted_dose(&item.prescription, Some(old), new, trainee);
    let set = |field| PlanEdit::SetItem { item: item.id.clone(), field };
    let batch = vec![
        set(ItemField::Exercise(Some(new.id.clone()), new.name.clone())),
        set(ItemField::Prescription(Box::new(dose))),
    ];
    let done = Message::new("notice-stepped").with("exercise", &new.name);
    if edits::make(model, PlanEdit::Batch { edits: batch }, effects) {
        model.tell(Tone::Good, done);
    }
}
