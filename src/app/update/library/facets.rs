//! Commands of the facets.

use super::super::super::library::{FacetLine, LibraryPane, Part};
use super::super::super::{Code, Key, Model};
use super::with;

/// Opens the facet under the cursor; on a value, goes on to the next facet.
pub(super) fn open(model: &mut Model) {
    with(model, |pane| {
        let facet = pane.facets.facet();
        pane.facets.open(facet);
    });
}

/// Takes the value under the cursor, or gives it up; opens a facet that is closed.
pub(super) fn toggle(model: &mut Model) {
    with(model, |pane| match pane.facets.lines.get(pane.facets.cursor) {
        Some(FacetLine::Value(value, ..)) => {
            let value = value.clone();
            if !pane.chosen.remove(&value) {
                pane.chosen.insert(value);
            }
            pane.detail.walked.clear();
        }
        Some(FacetLine::Heading(facet)) => {
            let facet = Some(*facet).filter(|facet| pane.facets.open != Some(*facet));
            pane.facets.open(facet);
        }
        None => {}
    });
}

/// Gives up what was looked for, then leaves the facets.
pub(super) fn done(model: &mut Model) {
    with(model, |pane| {
        if pane.facets.typed.is_empty() {
            pane.part = Part::List;
        } else {
            pane.facets.type_in(String::new());
        }
    });
}

/// Letters look for a value in every facet.
pub(super) fn type_key(pane: &mut LibraryPane, key: Key) {
    let mut typed = pane.facets.typed.clone();
    match (key.typed(), key.code) {
        (Some(sign), _) => typed.push(sign),
        (None, Code::Backspace) => {
            typed.pop();
        }
        _ => return,
    }
    pane.facets.type_in(typed);
}
