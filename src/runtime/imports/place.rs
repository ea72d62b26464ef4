//! Puts imported days into units: new ones, or at the end of others as a step their journal knows.

use crate::app::import::Placing;
use crate::domain::{PlanEdit, Section, UnitId, Viewer};
use crate::store::{Change, Store, StoreError};

/// Carries the placings out; the new units, and all of them in order.
pub(in crate::runtime) async fn place(
    store: &Store,
    viewer: &Viewer,
    placings: Vec<Placing>,
) -> Result<(Vec<UnitId>, Vec<UnitId>), StoreError> {
    let (mut new, mut all) = (Vec::new(), Vec::new());
    for placing in placings {
        match placing {
            Placing::New(unit) => {
                store.add_unit(viewer, &unit).await?;
                new.push(unit.id.clone());
                all.push(unit.id);
            }
            Placing::Into(id, sections) => {
                append(store, viewer, &id, sections).await?;
                all.push(id);
            }
        }
    }
    Ok((new, all))
}

/// Tries again when another coach was faster: what goes to the end fits whatever they did.
async fn append(
    store: &Store,
    viewer: &Viewer,
    id: &UnitId,
    sections: Vec<Section>,
) -> Result<(), StoreError> {
    let mut stored = store.unit(viewer, id).await?;
    loop {
        let mut unit = stored.document;
        let phase = unit.sections.iter().map(|section| section.phase).max().unwrap_or(0);
        let end = unit.sections.len();
        let edits = sections.iter().cloned().enumerate().map(|(at, mut section)| {
            section.phase = phase;
            PlanEdit::InsertSection { at: end + at, section: Box::new(section) }
        });
        let edit = PlanEdit::Batch { edits: edits.collect() };
        let Ok(inverse) = edit.clone().apply(&mut unit) else { return Ok(()) };
        let change = Change {
            unit_after: &unit,
            edit: &edit,
            inverse: &inverse,
            base_version: stored.version,
        };
        match store.record(viewer, change).await {
            Ok(_) => return Ok(()),
            Err(StoreError::Conflict { current }) => stored = *current,
            Err(error) => return Err(error),
        }
    }
}
