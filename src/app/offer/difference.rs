//! What one unit has that another has not, line by line, each line with the edits that bring it
//! over: parts are matched by kind and place, items by exercise and then by place.

use crate::domain::{IdSource, Item, ItemField, ItemId, PlanEdit, Section, SectionId, Unit};

/// A line in which two units differ.
#[derive(Debug, Clone, PartialEq)]
pub enum Difference {
    /// An item that is new.
    New {
        /// The part it joins.
        section: SectionId,
        /// The item it follows; `None`: it comes first.
        after: Option<ItemId>,
        /// The item.
        item: Box<Item>,
    },
    /// An item that is gone.
    Gone {
        /// The item.
        item: Box<Item>,
    },
    /// An item that is another one now, or done otherwise.
    Other {
        /// As it is.
        from: Box<Item>,
        /// As it would be; keeps the id of the former.
        to: Box<Item>,
    },
    /// A part that is new, with everything in it.
    NewPart {
        /// The part it follows; `None`: it comes first.
        after: Option<SectionId>,
        /// The part.
        section: Box<Section>,
    },
    /// A part that is gone, with everything in it.
    GonePart {
        /// The part.
        section: Box<Section>,
    },
}

/// The lines in which `new` differs from `old`, in the order of `new`, what is gone last.
#[must_use]
pub fn differences(old: &Unit, new: &Unit) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut met: Vec<&SectionId> = Vec::new();
    let mut after: Option<SectionId> = None;
    for section in &new.sections {
        let known = old.sections.iter().find(|known| {
            !met.contains(&&known.id)
                && (known.kind, known.phase, known.stream)
                    == (section.kind, section.phase, section.stream)
        });
        if let Some(known) = known {
            met.push(&known.id);
            in_part(known, section, &mut found);
            after = Some(known.id.clone());
        } else if !section.items.is_empty() {
            let section = Box::new(section.clone());
            found.push(Difference::NewPart { after: after.clone(), section });
        }
    }
    for section in old.sections.iter().filter(|section| !met.contains(&&section.id)) {
        found.push(Difference::GonePart { section: Box::new(section.clone()) });
    }
    found
}

/// The differences of two parts that stand for each other.
fn in_part(old: &Section, new: &Section, found: &mut Vec<Difference>) {
    let mut left: Vec<&Item> = old.items.iter().collect();
    // the same exercise first; then whatever is left stands for each other in its order
    let mut pairs: Vec<(&Item, Option<&Item>)> = Vec::with_capacity(new.items.len());
    for item in &new.items {
        let at = left.iter().position(|known| same(known, item));
        pairs.push((item, at.map(|at| left.remove(at))));
    }
    let mut rest = left.into_iter();
    for (_, known) in pairs.iter_mut().filter(|(_, known)| known.is_none()) {
        *known = rest.next();
    }
    let mut after: Option<ItemId> = None;
    for (item, known) in pairs {
        match known {
            Some(known) => {
                let to = brought(known, item);
                if to != *known {
                    let from = Box::new(known.clone());
                    found.push(Difference::Other { from, to: Box::new(to) });
                }
                after = Some(known.id.clone());
            }
            None => found.push(Difference::New {
                section: old.id.clone(),
                after: after.clone(),
                item: Box::new(item.clone()),
            }),
        }
    }
    found.extend(rest.map(|item| Difference::Gone { item: Box::new(item.clone()) }));
}

fn same(one: &Item, other: &Item) -> bool {
    match (&one.exercise, &other.exercise) {
        (Some(one), Some(other)) => one == other,
        (None, None) => one.label == other.label,
        _ => false,
    }
}

/// The item with what the other says of exercise, dose and minutes; what is the coach's own, her
/// remarks and results, stays.
fn brought(item: &Item, other: &Item) -> Item {
    Item {
        exercise: other.exercise.clone(),
        label: if same(item, other) { item.label.clone() } else { other.label.clone() },
        prescription: other.prescription.clone(),
        minutes: other.minutes,
        ..item.clone()
    }
}

/// The edit that brings chosen lines over to `unit`, as one step to undo. What no longer fits is
/// left out.
#[must_use]
pub fn edit_of<'a>(
    unit: &Unit,
    chosen: impl IntoIterator<Item = &'a Difference>,
    ids: &mut IdSource,
) -> PlanEdit {
    let mut unit = unit.clone();
    let mut edits = Vec::new();
    // what was put in stands behind what it was put behind, also for the next one
    let mut last: Option<(SectionId, Option<ItemId>, ItemId)> = None;
    for difference in chosen {
        for mut edit in steps(&unit, difference, last.as_ref()) {
            rename(&mut edit, ids);
            if edit.clone().apply(&mut unit).is_err() {
                continue;
            }
            if let (PlanEdit::InsertItem { item, .. }, Difference::New { section, after, .. }) =
                (&edit, difference)
            {
                last = Some((section.clone(), after.clone(), item.id.clone()));
            }
            edits.push(edit);
        }
    }
    PlanEdit::Batch { edits }
}

fn steps(
    unit: &Unit,
    difference: &Difference,
    last: Option<&(SectionId, Option<ItemId>, ItemId)>,
) -> Vec<PlanEdit> {
    match difference {
        Difference::New { section, after, item } => {
            let behind = last
                .filter(|(place, before, _)| (place, before) == (section, after))
                .map(|(_, _, item)| item)
                .or(after.as_ref());
            let items = unit.section(section).map(|section| section.items.as_slice());
            let items = items.unwrap_or_default();
            let at = behind
                .and_then(|id| items.iter().position(|known| known.id == *id))
                .map_or(0, |at| at + 1);
            vec![PlanEdit::InsertItem { section: section.clone(), at, item: item.clone() }]
        }
        Difference::Gone { item } => vec![PlanEdit::RemoveItem { item: item.id.clone() }],
        Difference::Other { from, to } => {
            let set = |field| PlanEdit::SetItem { item: from.id.clone(), field };
            let mut edits = Vec::new();
            if from.exercise != to.exercise || from.label != to.label {
                edits.push(set(ItemField::Exercise(to.exercise.clone(), to.label.clone())));
            }
            if from.prescription != to.prescription {
                edits.push(set(ItemField::Prescription(Box::new(to.prescription.clone()))));
            }
            if from.minutes != to.minutes {
                edits.push(set(ItemField::Minutes(to.minutes)));
            }
            edits
        }
        Difference::NewPart { after, section } => {
            let at = after
                .as_ref()
                .and_then(|id| unit.sections.iter().position(|known| known.id == *id))
                .map_or(0, |at| at + 1);
            vec![PlanEdit::InsertSection { at, section: section.clone() }]
        }
        Difference::GonePart { section } => {
            vec![PlanEdit::RemoveSection { section: section.id.clone() }]
        }
    }
}

/// Gives what is put in ids of its own: the plan it comes from keeps its own.
fn rename(edit: &mut PlanEdit, ids: &mut IdSource) {
    match edit {
        PlanEdit::InsertItem { item, .. } => item.id = ids.item(),
        PlanEdit::InsertSection { section, .. } => {
            section.id = ids.section();
            for item in &mut section.items {
                item.id = ids.item();
            }
        }
        _ => {}
    }
}
