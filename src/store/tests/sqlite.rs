//! The suite on files of SQLite, and what is particular to files.

use tempfile::TempDir;

use crate::store::{Opened, State, Store};

use super::contract;

fn fresh() -> (TempDir, Store) {
    let folder = TempDir::new().unwrap();
    let Opened { store, state } = Store::open(&folder.path().join("deep/er/plan.db")).unwrap();
    assert_eq!(state, State::Created);
    (folder, store)
}

macro_rules! suite {
    ($($name:ident),+ $(,)?) => {$(
        #[tokio::test]
        async fn $name() {
            let (_folder, store) = fresh();
            contract::$name(store).await;
        }
    )+};
}

suite!(edits_are_kept);
