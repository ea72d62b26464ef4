//! What was pasted is in no file as it was written, and what happens when the key goes.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tempfile::TempDir;

use crate::store::{ImportOutcome, KeyState, OpenImport, StoreError};

use super::fixture::{clubs, viewer};
use super::sqlite::open;

const SECRET: &str = "Heimlich bench press 4x6 with private remarks about Mia";

fn import(id: &str) -> OpenImport {
    OpenImport {
        id: id.into(),
        source: String::new(),
        text: SECRET.to_owned(),
        review: Some(format!("{{\"line\":\"{SECRET}\"}}")),
    }
}

fn holds(folder: &Path, wanted: &str) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        bytes.windows(wanted.len()).any(|window| window == wanted.as_bytes())
    })
}

#[tokio::test]
async fn no_file_holds_what_was_pasted() {
    let folder = TempDir::new().unwrap();
    let (store, _) = open(&folder.path().join("plan.db")).unwrap();
    clubs(&store).await;
    let ann = viewer("red-ann");
    assert_eq!(store.key().1, KeyState::None);
    store.keep_import(&ann, &import("j1")).await.unwrap();
    store.log_import(&ann, &import("j2"), &ImportOutcome::default()).await.unwrap();
    assert_eq!(store.key().1, KeyState::Private);
    let mode = fs::metadata(folder.path().join("plan.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(holds(folder.path(), "j1"), "the test looks into the right files");
    assert!(!holds(folder.path(), "Heimlich"));
    store.close().await;
    assert!(!holds(folder.path(), "Heimlich"));
    // the next process opens it
    let (store, _) = open(&folder.path().join("plan.db")).unwrap();
    assert_eq!(store.open_import(&ann).await.unwrap(), Some(import("j1")));
    assert_eq!(store.opens_newest_import().await.unwrap(), Some(true));
}

#[tokio::test]
async fn a_lost_key_closes_old_texts_and_no_new_ones() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("plan.db");
    let (store, _) = open(&path).unwrap();
    clubs(&store).await;
    let ann = viewer("red-ann");
    store.keep_import(&ann, &import("j1")).await.unwrap();
    store.close().await;
    fs::remove_file(folder.path().join("plan.key")).unwrap();

    let (store, _) = open(&path).unwrap();
    let lost = store.open_import(&ann).await;
    assert!(matches!(lost, Err(StoreError::KeyLost { .. })), "{lost:?}");
    assert_eq!(store.opens_newest_import().await.unwrap(), Some(false));
    store.keep_import(&ann, &import("j2")).await.unwrap();
    assert_eq!(store.open_import(&ann).await.unwrap(), Some(import("j2")));
    assert_eq!(store.opens_newest_import().await.unwrap(), Some(true));
    assert_eq!(store.imports(&ann, None).await.unwrap().len(), 1, "the numbers are still there");
}

#[tokio::test]
async fn a_text_opens_in_its_own_place_only() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("plan.db");
    let (store, _) = open(&path).unwrap();
    clubs(&store).await;
    let (ann, bob) = (viewer("red-ann"), viewer("red-bob"));
    store.keep_import(&ann, &import("j1")).await.unwrap();
    store.close().await;
    let moved = rusqlite::Connection::open(&path).unwrap();
    moved.execute("UPDATE imports SET coach = 'red-bob'", []).unwrap();
    drop(moved);
    let (store, _) = open(&path).unwrap();
    let stolen = store.open_import(&bob).await;
    assert!(matches!(stolen, Err(StoreError::Key { .. })), "{stolen:?}");
}

#[tokio::test]
async fn a_key_that_others_may_read_or_that_is_none_is_told() {
    let folder = TempDir::new().unwrap();
    let (store, _) = open(&folder.path().join("plan.db")).unwrap();
    clubs(&store).await;
    store.keep_import(&viewer("red-ann"), &import("j1")).await.unwrap();
    let key = folder.path().join("plan.key");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(store.key().1, KeyState::Open(0o644));
    fs::write(&key, "nonsense").unwrap();
    assert_eq!(store.key().1, KeyState::Damaged);
}
