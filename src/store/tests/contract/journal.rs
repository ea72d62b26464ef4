//! Edits, undo and redo, conflicts.

use crate::domain::{ItemField, PlanEdit, Unit, Viewer, Visibility};
use crate::store::{Change, Store, StoreError, Stored, Thing};

use crate::store::tests::fixture::{clubs, edit, insert, labels, unit, viewer};

async fn open_unit(store: &Store) -> (Viewer, Stored<Unit>) {
    clubs(store).await;
    let ann = viewer("red-ann");
    store.add_unit(&ann, &unit("u1", Visibility::Club)).await.unwrap();
    let open = store.unit(&ann, &"u1".into()).await.unwrap();
    (ann, open)
}

/// Takes the next step back, as the application does: apply the inverse, save what it returned.
async fn undo(store: &Store, viewer: &Viewer, open: &mut Stored<Unit>) {
    let step = store.history(viewer, &open.document.id).await.unwrap().undo.pop().unwrap();
    let again = step.inverse.clone().apply(&mut open.document).unwrap();
    let change = Change {
        unit_after: &open.document,
        edit: &step.inverse,
        inverse: &again,
        base_version: open.version,
    };
    open.version = store.undo(viewer, step.id, change).await.unwrap().version;
}

async fn redo(store: &Store, viewer: &Viewer, open: &mut Stored<Unit>) {
    let step = store.history(viewer, &open.document.id).await.unwrap().redo.pop().unwrap();
    let back = step.edit.clone().apply(&mut open.document).unwrap();
    let change = Change {
        unit_after: &open.document,
        edit: &step.edit,
        inverse: &back,
        base_version: open.version,
    };
    open.version = store.redo(viewer, step.id, change).await.unwrap().version;
}

pub(in crate::store::tests) async fn edits_are_kept(store: Store) {
    let (ann, mut open) = open_unit(&store).await;
    for (at, item) in ["a", "b", "c"].into_iter().enumerate() {
        let recorded = edit(&store, &ann, &mut open, insert(item, at)).await.unwrap();
        assert_eq!(recorded.version, 2 + at as u32);
    }
    let read = store.unit(&ann, &"u1".into()).await.unwrap();
    assert_eq!(read, open);
    assert_eq!(labels(&read.document), ["a", "b", "c"]);
    let history = store.history(&ann, &"u1".into()).await.unwrap();
    assert_eq!((history.undo.len(), history.redo.len()), (3, 0));
    assert_eq!(history.undo[0].edit, insert("a", 0));
}

pub(in crate::store::tests) async fn steps_go_back_and_forth(store: Store) {
    let (ann, mut open) = open_unit(&store).await;
    for (at, item) in ["a", "b", "c"].into_iter().enumerate() {
        edit(&store, &ann, &mut open, insert(item, at)).await.unwrap();
    }
    undo(&store, &ann, &mut open).await;
    undo(&store, &ann, &mut open).await;
    assert_eq!(labels(&store.unit(&ann, &"u1".into()).await.unwrap().document), ["a"]);
    redo(&store, &ann, &mut open).await;
    assert_eq!(labels(&store.unit(&ann, &"u1".into()).await.unwrap().document), ["a", "b"]);
    // a new edit ends what could be redone
    edit(&store, &ann, &mut open, insert("d", 2)).await.unwrap();
    let history = store.history(&ann, &"u1".into()).await.unwrap();
    assert_eq!((history.undo.len(), history.redo.len()), (3, 0));
    for _ in 0..3 {
        undo(&store, &ann, &mut open).await;
    }
    assert_eq!(labels(&open.document), Vec::<&str>::new());
    for _ in 0..3 {
        redo(&store, &ann, &mut open).await;
    }
    let read = store.unit(&ann, &"u1".into()).await.unwrap();
    assert_eq!(labels(&read.document), ["a", "b", "d"]);
    assert_eq!(read.version, open.version);
}

pub(in crate::store::tests) async fn undo_takes_the_next_step_only(store: Store) {
    let (ann, mut open) = open_unit(&store).await;
    let first = edit(&store, &ann, &mut open, insert("a", 0)).await.unwrap();
    edit(&store, &ann, &mut open, insert("b", 1)).await.unwrap();
    let remove = PlanEdit::RemoveItem { item: "a".into() };
    let mut after = open.document.clone();
    let again = remove.clone().apply(&mut after).unwrap();
    let change =
        Change { unit_after: &after, edit: &remove, inverse: &again, base_version: open.version };
    let refused = store.undo(&ann, first.entry, change).await;
    assert!(matches!(refused, Err(StoreError::NotFound { thing: Thing::Edit, .. })));
    // nothing of it happened
    assert_eq!(store.unit(&ann, &"u1".into()).await.unwrap(), open);
}

pub(in crate::store::tests) async fn a_conflict_shows_the_unit_as_it_is(store: Store) {
    let (ann, mut here) = open_unit(&store).await;
    let bob = viewer("red-bob");
    let mut there = store.unit(&bob, &"u1".into()).await.unwrap();
    edit(&store, &bob, &mut there, insert("bob's", 0)).await.unwrap();

    let refused = edit(&store, &ann, &mut here, insert("ann's", 0)).await;
    let Err(StoreError::Conflict { current }) = refused else { panic!("{refused:?}") };
    assert_eq!(*current, there);
    // made again on what is there, both are kept
    let mut merged = *current;
    edit(&store, &ann, &mut merged, insert("ann's", 0)).await.unwrap();
    let read = store.unit(&bob, &"u1".into()).await.unwrap();
    assert_eq!(labels(&read.document), ["ann's", "bob's"]);
}

pub(in crate::store::tests) async fn undo_is_a_coachs_own(store: Store) {
    let (ann, mut open) = open_unit(&store).await;
    let bob = viewer("red-bob");
    edit(&store, &ann, &mut open, insert("a", 0)).await.unwrap();
    edit(&store, &bob, &mut open, insert("b", 1)).await.unwrap();
    let note = ItemField::Notes("heels down".to_owned());
    edit(&store, &bob, &mut open, PlanEdit::SetItem { item: "a".into(), field: note })
        .await
        .unwrap();
    assert_eq!(store.history(&ann, &"u1".into()).await.unwrap().undo.len(), 1);
    assert_eq!(store.history(&bob, &"u1".into()).await.unwrap().undo.len(), 2);
    // ann takes her item back and puts it in again: bob's note on it is not lost
    undo(&store, &ann, &mut open).await;
    assert_eq!(labels(&open.document), ["b"]);
    redo(&store, &ann, &mut open).await;
    let read = store.unit(&ann, &"u1".into()).await.unwrap().document;
    assert_eq!(read.item(&"a".into()).unwrap().1.notes, "heels down");
}

pub(in crate::store::tests) async fn history_is_bounded(store: Store) {
    let (ann, mut open) = open_unit(&store).await;
    for round in 0..520 {
        let field = crate::domain::UnitField::Notes(format!("note {round}"));
        edit(&store, &ann, &mut open, PlanEdit::SetUnit { field }).await.unwrap();
    }
    let history = store.history(&ann, &"u1".into()).await.unwrap();
    assert_eq!(history.undo.len(), 500);
    let last = crate::domain::UnitField::Notes("note 519".to_owned());
    assert_eq!(history.undo[499].edit, PlanEdit::SetUnit { field: last });
}
