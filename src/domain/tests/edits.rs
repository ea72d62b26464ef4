//! Every edit can be taken back, and one that does not fit changes nothing.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;

use super::plans::{edit, unit};
use crate::domain::{EditError, Item, PlanEdit, Section, SectionKind, Unit};

fn ids_stand_once(unit: &Unit) -> bool {
    let items: Vec<_> = unit.items().map(|(_, item)| &item.id).collect();
    let sections: Vec<_> = unit.sections.iter().map(|section| &section.id).collect();
    items.iter().collect::<BTreeSet<_>>().len() == items.len()
        && sections.iter().collect::<BTreeSet<_>>().len() == sections.len()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_edit_has_an_inverse_or_changes_nothing(start in unit(), edit in edit()) {
        let mut unit = start.clone();
        match edit.apply(&mut unit) {
            Err(_) => prop_assert_eq!(unit, start),
            Ok(inverse) => {
                let after = unit.clone();
                let redo = inverse.apply(&mut unit).unwrap();
                prop_assert_eq!(&unit, &start);
                redo.apply(&mut unit).unwrap();
                prop_assert_eq!(&unit, &after);
            }
        }
    }

    /// A session of edits, undone one after the other, then redone.
    #[test]
    fn a_session_can_be_undone_and_redone(start in unit(), edits in vec(edit(), 1..30)) {
        let mut unit = start.clone();
        let mut undo: Vec<PlanEdit> =
            edits.into_iter().filter_map(|edit| edit.apply(&mut unit).ok()).collect();
        prop_assert!(ids_stand_once(&unit));
        let end = unit.clone();
        let mut redo = Vec::new();
        while let Some(inverse) = undo.pop() {
            redo.push(inverse.apply(&mut unit).unwrap());
        }
        prop_assert_eq!(&unit, &start);
        while let Some(again) = redo.pop() {
            again.apply(&mut unit).unwrap();
        }
        prop_assert_eq!(&unit, &end);
    }

    /// The journal keeps edits as JSON.
    #[test]
    fn edits_survive_json(edit in edit()) {
        let json = serde_json::to_string(&edit).unwrap();
        prop_assert_eq!(serde_json::from_str::<PlanEdit>(&json).unwrap(), edit);
    }

    #[test]
    fn units_survive_json(unit in unit()) {
        let json = serde_json::to_string(&unit).unwrap();
        prop_assert_eq!(serde_json::from_str::<Unit>(&json).unwrap(), unit);
    }
}

#[test]
fn a_batch_that_fails_late_changes_nothing() {
    let mut unit = Unit::new("u".into(), "unit", crate::domain::Owner::Nobody);
    unit.sections.push(Section::new("s".into(), SectionKind::Main));
    let before = unit.clone();
    let item = |id: &str| Box::new(Item::new(id.into(), None, crate::domain::Bilingual::same(id)));
    let batch = PlanEdit::Batch {
        edits: vec![
            PlanEdit::InsertItem { section: "s".into(), at: 0, item: item("a") },
            PlanEdit::InsertItem { section: "s".into(), at: 1, item: item("b") },
            PlanEdit::RemoveItem { item: "c".into() },
        ],
    };
    assert_eq!(batch.apply(&mut unit), Err(EditError::NoItem("c".into())));
    assert_eq!(unit, before);
}

#[test]
fn a_section_may_not_bring_the_same_item_twice() {
    let mut unit = Unit::new("u".into(), "unit", crate::domain::Owner::Nobody);
    let item = Item::new("a".into(), None, crate::domain::Bilingual::same("a"));
    let section =
        Section { items: vec![item.clone(), item], ..Section::new("s".into(), SectionKind::Main) };
    let edit = PlanEdit::InsertSection { at: 0, section: Box::new(section) };
    assert_eq!(edit.apply(&mut unit), Err(EditError::Duplicate("a".to_owned())));
    assert!(unit.sections.is_empty());
}
