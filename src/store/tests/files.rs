//! What is particular to files: starting, copying, and every way in which one cannot be used.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;

use crate::domain::{Explain, Visibility};
use crate::store::{PlanQuery, State, Store, StoreError};

use super::fixture::{clubs, unit, viewer};
use super::sqlite::{fresh, names, open};

#[test]
fn many_processes_may_start_at_once() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("new/plan.db");
    let states: Vec<State> = std::thread::scope(|scope| {
        let starts: Vec<_> =
            (0..8).map(|_| scope.spawn(|| Store::open(&path).unwrap().state)).collect();
        starts.into_iter().map(|start| start.join().unwrap()).collect()
    });
    assert_eq!(states.iter().filter(|state| **state == State::Created).count(), 1);
    assert!(names(&folder.path().join("new")).iter().all(|name| name.starts_with("plan.db")));
    let leftovers = names(&folder.path().join("new"));
    assert!(!leftovers.iter().any(|name| name.contains(".new-")), "{leftovers:?}");
}

#[tokio::test]
async fn an_empty_file_becomes_a_database() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("plan.db");
    fs::write(&path, b"").unwrap();
    let (store, state) = open(&path).unwrap();
    assert_eq!(state, State::Created);
    clubs(&store).await;
}

#[tokio::test]
async fn a_copy_can_be_opened() {
    let (folder, store) = fresh();
    clubs(&store).await;
    let copy = folder.path().join("copy.db");
    store.backup(&copy).await.unwrap();
    let (copied, state) = open(&copy).unwrap();
    assert_eq!(state, State::Existing);
    assert_eq!(copied.clubs().await.unwrap().len(), 2);
    copied.check().await.unwrap();
    // it still reads, still refuses to write where it should not, and never overwrites
    assert_eq!(store.clubs().await.unwrap().len(), 2);
    assert!(store.backup(&copy).await.is_err());
}

/// What a file that cannot be used says, and that it is left as it is, with nothing beside it.
#[test]
fn unusable_files_are_left_alone() {
    type Spoil = fn(&Path);
    type Expected = fn(&StoreError) -> bool;
    let cases: [(&str, Spoil, Expected); 6] = [
        (
            "text",
            |path| {
                fs::write(path, "squat 4x6 and some more text, longer than a header is").unwrap();
            },
            |error| matches!(error, StoreError::NotADatabase { .. }),
        ),
        (
            "cut within the header",
            |path| {
                make(path);
                let whole = fs::read(path).unwrap();
                fs::write(path, &whole[..40]).unwrap();
            },
            |error| matches!(error, StoreError::Corrupt { .. }),
        ),
        (
            "cut behind the first page",
            |path| {
                make(path);
                let whole = fs::read(path).unwrap();
                fs::write(path, &whole[..6000]).unwrap();
            },
            |error| matches!(error, StoreError::Corrupt { .. }),
        ),
        (
            "of another program",
            |path| {
                let other = Connection::open(path).unwrap();
                other
                    .execute_batch("CREATE TABLE notes (text); INSERT INTO notes VALUES ('x')")
                    .unwrap();
            },
            |error| matches!(error, StoreError::Foreign { .. }),
        ),
        (
            "of a later version",
            |path| {
                make(path);
                let later = Connection::open(path).unwrap();
                later.pragma_update(None, "user_version", 99).unwrap();
            },
            |error| matches!(error, StoreError::Newer { found: 99, .. }),
        ),
        (
            "a folder",
            |path| fs::create_dir(path).unwrap(),
            |error| matches!(error, StoreError::Folder { .. }),
        ),
    ];
    for (name, spoil, expected) in cases {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("plan.db");
        spoil(&path);
        let before = (names(folder.path()), fs::read(&path).ok());
        let error = open(&path).unwrap_err();
        assert!(expected(&error), "{name}: {error:?}");
        assert!(error.to_string().contains("plan.db"), "{name}: {error}");
        assert!(!error.message().args.is_empty(), "{name}");
        assert_eq!((names(folder.path()), fs::read(&path).ok()), before, "{name}");
    }
}

#[test]
fn places_without_rights_say_so() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "x").unwrap();
    // even root can write in neither
    for path in [file.join("below/plan.db"), PathBuf::from("/proc/self/plan.db")] {
        let error = open(&path).unwrap_err();
        assert!(matches!(error, StoreError::NoRights { .. }), "{error:?}");
    }
}

#[test]
fn a_locked_file_says_so() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("plan.db");
    make(&path);
    let greedy = Connection::open(&path).unwrap();
    greedy
        .execute_batch(
            "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;
             INSERT INTO clubs (id, name) VALUES ('x', 'x');",
        )
        .unwrap();
    let error = open(&path).unwrap_err();
    assert!(matches!(error, StoreError::Locked { .. }), "{error:?}");
    drop(greedy);
    open(&path).unwrap();
}

#[tokio::test]
async fn damage_inside_is_found() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("plan.db");
    let (store, _) = open(&path).unwrap();
    clubs(&store).await;
    let ann = viewer("red-ann");
    for number in 0..40 {
        store.add_unit(&ann, &unit(&format!("u{number}"), Visibility::Club)).await.unwrap();
    }
    store.close().await;
    let mut bytes = fs::read(&path).unwrap();
    let end = bytes.len();
    bytes[end - 9000..end - 1000].fill(0xa5);
    fs::write(&path, bytes).unwrap();
    let (store, _) = open(&path).unwrap();
    let found = store.check().await;
    assert!(matches!(found, Err(StoreError::Corrupt { .. })), "{found:?}");
}

/// An unreadable document names itself instead of breaking the list's neighbours silently.
#[tokio::test]
async fn an_unreadable_document_names_itself() {
    let (folder, store) = fresh();
    clubs(&store).await;
    let ann = viewer("red-ann");
    store.add_unit(&ann, &unit("u1", Visibility::Club)).await.unwrap();
    let path = folder.path().join("deep/er/plan.db");
    Connection::open(path).unwrap().execute("UPDATE units SET document = '{'", []).unwrap();
    let error = store.unit(&ann, &"u1".into()).await.unwrap_err();
    assert!(matches!(&error, StoreError::Unreadable { id, .. } if id == "u1"), "{error:?}");
    // its line in the list needs no document
    assert_eq!(store.plans(&ann, &PlanQuery::default()).await.unwrap().len(), 1);
}

fn make(path: &Path) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let (store, _) = open(path).unwrap();
    runtime.block_on(store.close());
}
