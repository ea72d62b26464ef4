//! The suite that every backend passes.

use crate::domain::Visibility;
use crate::store::Store;

use super::fixture::{clubs, edit, insert, labels, unit, viewer};

pub(super) async fn edits_are_kept(store: Store) {
    clubs(&store).await;
    let ann = viewer("red-ann");
    store.add_unit(&ann, &unit("u1", Visibility::Club)).await.unwrap();
    let mut open = store.unit(&ann, &"u1".into()).await.unwrap();
    for (at, item) in ["a", "b", "c"].into_iter().enumerate() {
        edit(&store, &ann, &mut open, insert(item, at)).await.unwrap();
    }
    let read = store.unit(&ann, &"u1".into()).await.unwrap();
    assert_eq!(read, open);
    assert_eq!(labels(&read.document), ["a", "b", "c"]);
    let history = store.history(&ann, &"u1".into()).await.unwrap();
    assert_eq!((history.undo.len(), history.redo.len()), (3, 0));
}
